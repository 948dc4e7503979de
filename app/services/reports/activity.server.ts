import type { TFunction } from "i18next";
import { z } from "zod";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { findActivity, findHorizon, listActivity } from "../../data/reports/activity.server";
import type { ActivityFilter, ActivityOutcome, ActivityRow, FigureList } from "../../data/reports/activity.server";
import { findDecisionStory, listOfferChoices, listOfferNames } from "../../data/reports/decision-story.server";
import { findShop } from "../../data/shops/shops.server";
import { Placement } from "../../domain/offers/placement";
import { presetPeriod } from "../../domain/reports/periods";
import type { Preset } from "../../domain/reports/periods";
import { idsInEvidence } from "../../domain/strategies/evidence";
import type { ShopId } from "../../domain/shops/shop-id";
import { describeRuleParts } from "./rule-parts.server";

const pageSize = 50;
const offersListed = 100;
/** A page of what is rarely found ends here, so that it takes no longer however many decisions there are; the next goes on from there. */
const mostLookedAt = 20_000;
const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export interface ActivityRequest {
  period: Preset | null;
  show: FigureList | null;
  outcome: ActivityOutcome | null;
  /** One that does not exist is as none. */
  placement?: string | null;
  offerId: string | null;
  reason?: string | null;
  orderName: string;
  after: string | null;
}

/** What is asked of the database; parts that make no sense are left out. */
export function activityFilter(request: ActivityRequest, timeZone: string, now: Date): ActivityFilter {
  return {
    span: request.period && presetPeriod(request.period, timeZone, now),
    show: request.show,
    outcome: request.outcome,
    placement: Placement.safeParse(request.placement).data ?? null,
    offerId: z.uuid().safeParse(request.offerId).success ? request.offerId : null,
    reason: request.reason ? request.reason.slice(0, 40) : null,
    orderName: request.orderName.trim().slice(0, 60),
  };
}

/** One page of decisions, newest first; a cursor that makes no sense means the first page. */
export async function readActivity(shop: ShopId, request: ActivityRequest, now: Date) {
  const installation = await findShop(shop);
  const timeZone = installation?.timeZone ?? "UTC";
  const cursor = Cursor.safeParse(request.after?.split("_"));
  const after = cursor.success ? { decidedAt: new Date(cursor.data[0]), id: cursor.data[1] } : null;
  const filter = activityFilter(request, timeZone, now);
  const horizon = await findHorizon(shop, filter, after, mostLookedAt);
  const [found, offers] = await Promise.all([listActivity(shop, filter, after, pageSize + 1, horizon), listOfferChoices(shop, offersListed)]);
  const rows = found.slice(0, pageSize);
  const end = found.length > pageSize ? rows.at(-1) : horizon;
  return {
    rows,
    offers,
    timeZone,
    next: end ? `${end.decidedAt.toISOString()}_${end.id}` : null,
    previous: after !== null,
    /** Where the search ended with older decisions left; null where the page is full, or they all were looked at. */
    searchedTo: found.length > pageSize ? null : (horizon?.decidedAt ?? null),
  };
}

/** One decision with everything that explains it; null when this shop made no such decision. */
export async function readDecision(t: TFunction, shop: ShopId, id: string) {
  const [row, story, installation] = await Promise.all([findActivity(shop, id), findDecisionStory(shop, id), findShop(shop)]);
  if (!row || !story) return null;
  const evidence = row.reasons.candidates.flatMap((reason) => (reason.code === "chosen" && reason.evidence ? [reason.evidence] : []));
  const named = evidence.map(idsInEvidence);
  const productIds = [...story.facts.lines.map(({ productId }) => productId), ...productsInReasons(row), ...named.flatMap(({ product }) => product)];
  const [offerNames, ruleParts, names] = await Promise.all([
    listOfferNames(shop, row.reasons.candidates.map(({ offerId }) => offerId)),
    describeRuleParts(t, shop, row.reasons.candidates),
    listCatalogueNames(shop, { product: [...new Set(productIds)], variant: [], collection: named.flatMap(({ collection }) => collection) }),
  ]);
  const productTitles = new Map(names.product.map((product) => [product.id, product.title]));
  const collectionTitles = new Map(names.collection.map((collection) => [collection.id, collection.title]));
  return { row, story, offerNames, ruleParts, productTitles, collectionTitles, timeZone: installation?.timeZone ?? "UTC" };
}

function productsInReasons(row: ActivityRow): number[] {
  return row.reasons.candidates.flatMap((reason) => (reason.code === "noProduct" ? reason.products.map(({ productId }) => productId) : []));
}
