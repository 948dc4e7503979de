import type { PastOrder } from "../../app/domain/backtest/past-order";
import { openUntil, placementsPassed, unreachableAt } from "../../app/domain/backtest/moments";
import { reasonOf } from "../../app/domain/backtest/reason-of";
import type { ReplaySetup } from "../../app/domain/backtest/replay";
import type { ReplayReason } from "../../app/domain/backtest/result";
import { offersOfReplay } from "../../app/domain/backtest/tested-offer";
import { defaultCourtesyPolicy } from "../../app/domain/courtesy/policy";
import type { CourtesyHistory, Encounter } from "../../app/domain/courtesy/history";
import { decide } from "../../app/domain/decisions/decide";
import type { Offer } from "../../app/domain/offers/offer";
import type { Placement } from "../../app/domain/offers/placement";
import { plainSources } from "./plain-sources";

export interface PlainOutcome {
  orderId: number;
  placement: Placement;
  reason: ReplayReason;
  /** The offer that the page held, thanks included. */
  held: string | undefined;
  productIds: number[];
}

/**
 * A replay that anyone can follow: every page is decided among all offers by what the orders before it tell, looked through
 * anew each time. Without downsells and refunds, and for rules that ask only of the order and how many came before it.
 */
export function plainReplay(setup: ReplaySetup, past: readonly PastOrder[]): PlainOutcome[] {
  const { tested, offers } = offersOfReplay(setup.snapshot, setup.offer, setup.content, setup.now);
  const seen: (Encounter & { order: PastOrder })[] = [];
  return past.flatMap((order, place) => placementsPassed(offers.flatMap(({ content }) => content.placements)).flatMap((placement): PlainOutcome[] => {
    const before = past.slice(0, place);
    const unreachable = unreachableAt(placement, order, setup.snapshot.currency);
    if (unreachable) return [{ orderId: order.id, placement, reason: { group: "unreachable", code: unreachable }, held: undefined, productIds: [] }];
    const settings = setup.snapshot.placements?.[placement];
    const room = settings && "products" in settings ? settings.products : 1;
    const sources = plainSources({ order, placement, room, past: before, products: setup.snapshot.products, choices: setup.choices ?? new Map() });
    const courtesy = historyOf(order, before, seen);
    const ask = (among: readonly Offer[], over: Partial<CourtesyHistory> = {}, policy = setup.snapshot.policy ?? defaultCourtesyPolicy()) => decide(
      // An offer without placements is asked nowhere, and what it showed still stands.
      { ...setup.snapshot, policy, offers: offers.map((offer) => (among.includes(offer) ? offer : { ...offer, content: { ...offer.content, placements: [] } })) },
      { placement, step: 1, facts: factsOf(order, placement, before), room, gift: placement === "thank-you" || placement === "order-status" ? order.gift : null },
      { acceptedOfferIds: new Set(), courtesy: { ...courtesy, ...over }, sources }, order.processedAt,
    );
    const decision = ask(offers);
    let reason = reasonOf(decision, tested.id);
    if (reason.group === "displaced") {
      const alone = reasonOf(ask([tested]), tested.id);
      if (alone.group !== "shown") reason = alone;
    }
    if (reason.group === "courtesy" && decision.courtesy !== undefined) {
      const ofThis = courtesy.encounters.filter(({ referenceId }) => referenceId === referenceOf(order));
      const free = reasonOf(ask([tested], { encounters: ofThis, cases: [], optedOutAt: null }, { ...(setup.snapshot.policy ?? defaultCourtesyPolicy()), isFirstOrderThanksOnly: false }), tested.id);
      if (free.group !== "shown" && free.group !== "courtesy") reason = free;
    }
    const { chosen } = decision;
    const block = decision.shown?.block;
    const products = block?.kind === "products" ? block.products : chosen ? [chosen.presented] : [];
    const offer = chosen?.offer ?? (decision.outcome === "offered" ? decision.shown?.offer : undefined);
    if (offer) {
      seen.push({
        order, offerId: offer.id, placement, referenceId: referenceOf(order), step: 1, prices: products.flatMap(({ productId, variants }) => variants.map(({ variantId, discountedMinor }) => ({ productId, variantId, unitMinor: discountedMinor }))), offeredAt: order.processedAt,
        expiresAt: openUntil(placement, order.processedAt), shownAt: order.processedAt, declinedAt: null, acceptedAt: null,
      });
    }
    const thanked = decision.candidates.find(({ code }) => code === "thanked")?.offerId;
    return [{ orderId: order.id, placement, reason, held: offer?.id ?? thanked, productIds: products.map(({ productId }) => productId) }];
  }));
}

function referenceOf({ checkoutToken, id }: PastOrder): string {
  return checkoutToken ?? String(id);
}

function historyOf(order: PastOrder, before: readonly PastOrder[], seen: readonly (Encounter & { order: PastOrder })[]): CourtesyHistory {
  const { customerKey, processedAt } = order;
  const encounters = seen.filter((one) => (customerKey === null ? one.order === order : one.order.customerKey === customerKey));
  const own = customerKey === null ? [] : before.filter((one) => one.customerKey === customerKey && !one.test && (one.cancelledAt === null || one.cancelledAt > processedAt));
  const purchases = own.flatMap(({ id, processedAt: boughtAt, gift, lines }) => lines.map(({ productId, variantId, quantity, totalMinor, unitMinor }) => ({
    orderId: id, productId, variantId, boughtAt, unitMinor: Math.floor(totalMinor / quantity), atFullPrice: totalMinor >= unitMinor * quantity, gift,
  })));
  return { encounters, purchases, cases: [], optedOutAt: null };
}

function factsOf(order: PastOrder, placement: Placement, before: readonly PastOrder[]) {
  const { currency, countryCode, totalMinor, customerKey, processedAt } = order;
  return {
    referenceId: referenceOf(order), currency, countryCode, locale: "", totalMinor, customerKey,
    lines: order.lines.map(({ productId, variantId, quantity, totalMinor: ofLine }) => ({ productId, variantId, quantity, totalMinor: ofLine, catalogue: null })),
    priorOrders: customerKey === null ? null : before.filter((one) => one.customerKey === customerKey && !one.test && (one.cancelledAt === null || one.cancelledAt > processedAt)).length,
    discountCodes: placement === "post-purchase" ? null : order.discountCodes,
  };
}
