import { daysAfter } from "../../app/domain/courtesy/days";
import type { CourtesyHistory, Encounter, PastPurchase } from "../../app/domain/courtesy/history";
import type { CourtesyPolicy } from "../../app/domain/courtesy/policy";
import { defaultCourtesyPolicy } from "../../app/domain/courtesy/policy";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "../../app/domain/courtesy/request";

/** The moment at which courtesy is asked in tests that do not care about it. */
export const NOW = new Date("2026-11-21T12:00:00Z");
export const daysAgo = (days: number) => daysAfter(NOW, -days);

export function buildPolicy(over: Partial<CourtesyPolicy> = {}): CourtesyPolicy {
  return { ...defaultCourtesyPolicy(), ...over };
}

/** An offer seen ten days ago on another purchase, and not answered. */
export function buildEncounter(over: Partial<Encounter> = {}): Encounter {
  const offeredAt = over.offeredAt ?? over.shownAt ?? daysAgo(10);
  return {
    offerId: "offer-9", placement: "post-purchase", referenceId: "earlier", step: 1, prices: [{ productId: 200, variantId: 2001, unitMinor: 900 }],
    offeredAt, expiresAt: daysAfter(offeredAt, 1), shownAt: offeredAt, declinedAt: null, acceptedAt: null, ...over,
  };
}

export function buildPurchase(over: Partial<PastPurchase> = {}): PastPurchase {
  return { orderId: 1, productId: 200, variantId: 2001, boughtAt: daysAgo(10), unitMinor: 1_000, atFullPrice: true, gift: null, ...over };
}

export function buildCourtesyHistory(over: Partial<CourtesyHistory> = {}): CourtesyHistory {
  return { encounters: [], purchases: [], cases: [], optedOutAt: null, ...over };
}

export function buildCourtesyRequest(over: Partial<CourtesyRequest> = {}): CourtesyRequest {
  return {
    shop: "demo.myshopify.com", placement: "post-purchase", referenceId: "checkout-1", step: 1, customerKey: "c:1", priorOrders: 3, gift: null,
    holdOutPercent: 0, liveOfferIds: new Set(["offer-1", "offer-9"]), ...over,
  };
}

export function buildCourtesyOffer(over: Partial<CourtesyOffer> = {}): CourtesyOffer {
  return { offerId: "offer-1", isPersonal: false, isDownsell: false, ...over };
}

export function buildCourtesyProduct(over: Partial<CourtesyProduct> = {}): CourtesyProduct {
  return { productId: 200, prices: [{ productId: 200, variantId: 2001, unitMinor: 900, listMinor: 1_000 }], evidence: null, ...over };
}
