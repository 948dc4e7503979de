import type { TFunction } from "i18next";
import { findRun } from "../../data/backtest/backtest-runs.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import {
  hasProposals, insertProposals, listNeighboursOfTopProducts, listOpenProposals, recordProposalRun, settleProposal, turnIntoOffer,
} from "../../data/offers/proposals.server";
import { listBestsellers } from "../../data/recommendations/bestsellers.server";
import { listRebuys } from "../../data/recommendations/insight-rows.server";
import { isImportingOrders } from "../../data/recommendations/uncounted-orders.server";
import { isReplayable } from "../../domain/backtest/moments";
import { shopIndexOf } from "../../domain/decisions/shop-index";
import { proposeOffers } from "../../domain/offers/propose";
import type { PairFound, ProposalEvidence, ProposalKind } from "../../domain/offers/propose";
import { templateContent } from "../../domain/offers/templates";
import type { ShopId } from "../../domain/shops/shop-id";
import { companionFigures } from "../../domain/strategies/companion-figures";
import { isRebought } from "../../domain/strategies/reorders-due";
import { startBacktest } from "../backtest/start-backtest.server";
import { queuePublishedCoupons } from "../discounts/discount-jobs.server";
import { queuePlacements } from "../placements/settings.server";

const seeds = 50;
const rebuysRead = 500;
const bestsellerDays = 90;

/** Once the shop's past is counted, proposes what it speaks for; a shop that was proposed to before is left alone. */
export async function proposeToShop(shop: ShopId, now: Date): Promise<void> {
  if ((await hasProposals(shop)) || (await isImportingOrders(shop))) return;
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return;
  const [{ threshold, seeds: found }, rebuys, bestsellers] = await Promise.all([
    listNeighboursOfTopProducts(shop, seeds), listRebuys(shop, null, rebuysRead), listBestsellers(shop, now),
  ]);
  const pairs = found.flatMap(({ productId, neighbours }): PairFound[] => {
    const [best] = companionFigures(neighbours, threshold).filter(({ isEnough, productId: id }) => isEnough && snapshot.products.has(id));
    return best ? [{ productId, withProductId: best.productId, orders: best.orders, ofOrders: best.ofOrders, expected: best.expected }] : [];
  });
  const proposals = proposeOffers({
    pairs,
    lookedAt: found.length,
    rebought: rebuys.filter((row) => isRebought(row) === true).map(({ productId, repeats, repeatCustomers }) => ({ productId, repeats, repeatCustomers })),
    families: shopIndexOf(snapshot.products).ladder.families.filter(({ by }) => by === "type").map(({ rungs }) => ({ products: rungs.length })),
    bestsellers: bestsellers.get(bestsellerDays) ?? [],
    bestsellerDays,
  });
  await insertProposals(shop, proposals, now);
}

/** Has the proposals that were not tried yet replayed on past orders; worth it once every product's neighbours are known. */
export async function tryProposals(shop: ShopId, now: Date): Promise<void> {
  for (const { kind, runId } of await listOpenProposals(shop)) {
    if (runId === null) await recordProposalRun(shop, kind, await startBacktest(shop, null, templateContent(kind, kind), now, true));
  }
}

export interface ProposalView {
  kind: ProposalKind;
  evidence: ProposalEvidence;
  /** Of the products that the evidence names, by id. */
  titles: Record<string, string>;
  /** Null until the replay is through, and where it did not come to an end. */
  replay: { orders: number; shown: number; runId: string } | null;
  isReplaying: boolean;
  /** Past orders tell nothing of the places where it would appear. */
  isUntold: boolean;
}

/** What is proposed to staff now, the strongest first. */
export async function listProposals(shop: ShopId): Promise<ProposalView[]> {
  const proposals = await listOpenProposals(shop);
  if (proposals.length === 0) return [];
  const products = await listProductsByIds(shop, proposals.flatMap(({ evidence }) => idsIn(evidence)));
  const titles = new Map(products.map(({ id, title }) => [id, title]));
  return Promise.all(proposals.map(async ({ kind, evidence, runId }) => {
    const run = runId === null ? null : await findRun(shop, runId);
    const isUntold = !templateContent(kind, kind).placements.some(isReplayable);
    const counted = run?.result?.placements.filter(({ replayable }) => replayable) ?? [];
    return {
      kind,
      evidence,
      titles: Object.fromEntries(idsIn(evidence).map((id) => [String(id), titles.get(id) ?? `#${String(id)}`])),
      replay: run?.result && counted.length > 0 ? { orders: run.result.orders, shown: Math.max(...counted.map(({ shown }) => shown)), runId: run.id } : null,
      isReplaying: !isUntold && (runId === null || run?.status === "requested" || run?.status === "running"),
      isUntold,
    };
  }));
}

/** Makes the proposal an active offer and returns its id; null when it was published or put away before. */
export async function publishProposal(t: TFunction, shop: ShopId, kind: ProposalKind, userId: number | null, now: Date): Promise<string | null> {
  const id = await turnIntoOffer(shop, kind, { content: templateContent(kind, t(`onboarding:template.${kind}`)), savedBy: userId, now });
  if (id === null) return null;
  await queuePublishedCoupons(shop, [id]);
  await queuePlacements(shop);
  return id;
}

/** Puts a proposal away, or brings it back. */
export async function dismissProposal(shop: ShopId, kind: ProposalKind, isDismissed: boolean, now: Date): Promise<void> {
  await settleProposal(shop, kind, isDismissed ? now : null);
}

function idsIn(evidence: ProposalEvidence): number[] {
  switch (evidence.kind) {
    case "boughtTogether": return [evidence.productId, evidence.withProductId];
    case "reorder":
    case "bestseller": return [evidence.productId];
    case "priceLadder":
    case "thankYouOnly": return [];
  }
}
