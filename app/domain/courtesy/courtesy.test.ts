import { describe, expect, test } from "vitest";
import { buildCourtesyHistory, buildCourtesyOffer, buildCourtesyProduct, buildCourtesyRequest, buildEncounter, buildPolicy, buildPurchase, daysAgo, NOW } from "../../../test/support/courtesy-builders";
import { mayAsk, offerRefusal, productRefusal } from "./courtesy";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { CourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";

const asked = (history: Partial<CourtesyHistory>, request: Partial<CourtesyRequest> = {}, policy: Partial<CourtesyPolicy> = {}) =>
  mayAsk(buildPolicy(policy), buildCourtesyHistory(history), buildCourtesyRequest(request), NOW);
const seen = (count: number, days = 5) => Array.from({ length: count }, (_, index) => buildEncounter({ referenceId: `p${index}`, offeredAt: daysAgo(days + index) }));
const here = { referenceId: "checkout-1" };
const declinedHere = buildEncounter({ ...here, offeredAt: daysAgo(0), declinedAt: daysAgo(0) });

describe("a customer may be asked", () => {
  test.each<[string, Partial<CourtesyHistory>, Partial<CourtesyRequest>, Partial<CourtesyPolicy>]>([
    ["of whom nothing is known", {}, { customerKey: null, priorOrders: null }, {}],
    ["one impression below the cap", { encounters: seen(3) }, {}, {}],
    ["when the oldest impression is 30 days old", { encounters: seen(4, 27) }, {}, {}],
    ["when an unseen offer has expired", { encounters: [...seen(3), buildEncounter({ shownAt: null, offeredAt: daysAgo(2) })] }, {}, {}],
    ["on the very page whose unseen offer is replaced", { encounters: [...seen(3), buildEncounter({ ...here, shownAt: null, offeredAt: daysAgo(0) })] }, {}, {}],
    ["when the quiet after a no is over", { encounters: [buildEncounter({ declinedAt: daysAgo(14) })] }, {}, {}],
    ["on the second page after a no on the first", { encounters: [declinedHere] }, { step: 2 }, {}],
    ["when the quiet after a yes is over", { encounters: [buildEncounter({ acceptedAt: daysAgo(7) })] }, {}, {}],
    ["when the quiet after a refund is over", { cases: [{ kind: "refund", openedAt: daysAgo(9), closedAt: daysAgo(7) }] }, {}, {}],
    ["on a second order where first ones are only thanked for", {}, { priorOrders: 1 }, { isFirstOrderThanksOnly: true }],
    ["who is not known, whatever others did", { encounters: [buildEncounter({ declinedAt: daysAgo(1) })], cases: [{ kind: "return", openedAt: daysAgo(1), closedAt: null }] }, { customerKey: null }, {}],
  ])("%s", (_case, history, request, policy) => {
    expect(asked(history, request, policy)).toEqual({ may: "offer" });
  });
});

describe("a customer is asked nothing", () => {
  test.each<[string, Partial<CourtesyHistory>, Partial<CourtesyRequest>, CourtesyReason]>([
    ["after opting out, however long ago", { optedOutAt: daysAgo(4_000) }, {}, { code: "optedOut", since: daysAgo(4_000).toISOString() }],
    ["after opting out as a stranger", { optedOutAt: daysAgo(0) }, { customerKey: null }, { code: "optedOut", since: daysAgo(0).toISOString() }],
    ["in the hold-out", {}, { holdOutPercent: 100 }, { code: "heldOut", percent: 100 }],
    ["while a return is open", { cases: [{ kind: "return", openedAt: daysAgo(90), closedAt: null }] }, {}, { code: "openCase", kind: "return", openedAt: daysAgo(90).toISOString() }],
    ["soon after a refund", { cases: [{ kind: "refund", openedAt: daysAgo(6), closedAt: daysAgo(6) }] }, {}, { code: "quietAfterCase", kind: "refund", until: daysAgo(-1).toISOString() }],
    ["until the last of several cases is long enough ago", { cases: [{ kind: "return", openedAt: daysAgo(9), closedAt: daysAgo(2) }, { kind: "refund", openedAt: daysAgo(6), closedAt: daysAgo(6) }] }, {}, { code: "quietAfterCase", kind: "return", until: daysAgo(-5).toISOString() }],
    ["soon after a no elsewhere", { encounters: [buildEncounter({ declinedAt: daysAgo(13) })] }, {}, { code: "quietAfterDecline", until: daysAgo(-1).toISOString() }],
    ["on the first page again after declining it", { encounters: [declinedHere] }, {}, { code: "quietAfterDecline", until: daysAgo(-14).toISOString() }],
    ["soon after a yes", { encounters: [buildEncounter({ acceptedAt: daysAgo(6) })] }, {}, { code: "quietAfterAcceptance", until: daysAgo(-1).toISOString() }],
    ["at the cap", { encounters: seen(4) }, {}, { code: "impressionCap", impressions: 4, cap: 4, until: daysAgo(-22).toISOString() }],
    ["at the cap, when the last may yet be seen", { encounters: [...seen(3, 5), buildEncounter({ shownAt: null, offeredAt: daysAgo(0.5) })] }, {}, { code: "impressionCap", impressions: 4, cap: 4, until: daysAgo(-0.5).toISOString() }],
    ["at the cap, when one was answered but its impression was lost", { encounters: [...seen(3), buildEncounter({ shownAt: null, offeredAt: daysAgo(20), declinedAt: daysAgo(20) })] }, {}, { code: "impressionCap", impressions: 4, cap: 4, until: daysAgo(-10).toISOString() }],
    ["on a second page before the first was declined", { encounters: [buildEncounter({ ...here, offeredAt: daysAgo(0) })] }, { step: 2 }, { code: "funnelEnded", pages: 1 }],
    ["on a first page after the second", { encounters: [buildEncounter({ ...here, step: 2, offeredAt: daysAgo(0) })] }, {}, { code: "funnelEnded", pages: 1 }],
  ])("%s", (_case, history, request, reason) => {
    expect(asked(history, request)).toEqual({ may: "nothing", reason });
  });

  test.each([[0, true], [null, false]])("but thanked for a first order (%s before)", (priorOrders, isKnown) => {
    expect(asked({}, { priorOrders }, { isFirstOrderThanksOnly: true })).toEqual({ may: "thank", reason: { code: "firstOrder", isKnown } });
  });

  test("and not even thanked where a stronger limit holds too", () => {
    expect(asked({ optedOutAt: daysAgo(1) }, { priorOrders: 0 }, { isFirstOrderThanksOnly: true })).toMatchObject({ may: "nothing", reason: { code: "optedOut" } });
  });
});

describe("an offer", () => {
  const refusal = (offer: Partial<CourtesyOffer>, history: Partial<CourtesyHistory>, request: Partial<CourtesyRequest> = {}, policy: Partial<CourtesyPolicy> = {}) =>
    offerRefusal(buildPolicy(policy), buildCourtesyHistory(history), buildCourtesyRequest(request), NOW, buildCourtesyOffer(offer));

  test("never comes again after no, even as a downsell of the same purchase", () => {
    const declined = { encounters: [buildEncounter({ offerId: "offer-1", offeredAt: daysAgo(2_000), declinedAt: daysAgo(2_000) }), buildEncounter({ ...here, offerId: "offer-1", declinedAt: daysAgo(0) })] };
    expect(refusal({ isDownsell: true }, declined, { step: 2 })).toEqual({ code: "declinedOffer", declinedAt: daysAgo(2_000).toISOString() });
    expect(refusal({ offerId: "offer-2" }, declined)).toBeNull();
  });

  test.each([
    ["a reorder on a likely gift", true, "likely", "likely", true],
    ["a reorder on a likely gift where only certain ones count", true, "likely", "certain", false],
    ["a reorder on a certain gift where gifts do not count", true, "certain", null, false],
    ["a choice by the basket on a gift", false, "certain", "possible", false],
  ] as const)("%s", (_case, isPersonal, gift, giftsFrom, isRefused) => {
    expect(refusal({ isPersonal }, {}, { gift }, { giftsFrom })).toEqual(isRefused ? { code: "giftOrder", confidence: gift } : null);
  });
});

describe("a product", () => {
  interface Case { history?: Partial<CourtesyHistory>; product?: Partial<CourtesyProduct>; offer?: Partial<CourtesyOffer>; request?: Partial<CourtesyRequest>; policy?: Partial<CourtesyPolicy> }
  const refusal = ({ history, product, offer, request, policy }: Case) =>
    productRefusal(buildPolicy(policy), buildCourtesyHistory(history), buildCourtesyRequest(request), NOW, buildCourtesyOffer(offer), buildCourtesyProduct(product));
  const dearer = buildEncounter({ prices: [{ productId: 200, variantId: 2001, unitMinor: 950 }] });
  const pageBefore = { ...dearer, ...here, offeredAt: daysAgo(0), shownAt: daysAgo(0), declinedAt: daysAgo(0) };
  const undiscounted = { prices: [{ productId: 200, variantId: 2001, unitMinor: 1_000, listMinor: 1_000 }] };

  test.each<[string, Case, CourtesyReason["code"] | null]>([
    ["rests after a no to another offer with it", { history: { encounters: [buildEncounter({ declinedAt: daysAgo(89) })] } }, "declinedProduct"],
    ["comes back after its rest", { history: { encounters: [buildEncounter({ declinedAt: daysAgo(90) })] } }, null],
    ["is not kept back by a no to another product", { history: { encounters: [buildEncounter({ declinedAt: daysAgo(1) })] }, product: { productId: 201, prices: [] } }, null],
    ["needs the policy's orders", { product: { evidence: { orders: 4, customers: 4 } } }, "tooLittleEvidence"],
    ["needs the policy's customers", { product: { evidence: { orders: 31, customers: 2 } } }, "tooLittleEvidence"],
    ["is inferred from enough", { product: { evidence: { orders: 5, customers: 3 } } }, null],
    ["is not discounted soon after full price", { history: { purchases: [buildPurchase({ boughtAt: daysAgo(29) })] } }, "boughtAtFullPrice"],
    ["is discounted later", { history: { purchases: [buildPurchase({ boughtAt: daysAgo(30) })] } }, null],
    ["is discounted after a discount", { history: { purchases: [buildPurchase({ atFullPrice: false })] } }, null],
    ["may be offered undiscounted after full price", { history: { purchases: [buildPurchase()] }, product: undiscounted }, null],
    ["has one price while another offer lives", { history: { encounters: [dearer] } }, "otherPriceShown"],
    ["has one price also when the other is dearer", { history: { encounters: [dearer] }, product: undiscounted }, "otherPriceShown"],
    ["has a new price once that offer has ended", { history: { encounters: [dearer] }, request: { liveOfferIds: new Set(["offer-1"]) } }, null],
    ["has a new price when the other was never seen", { history: { encounters: [{ ...dearer, shownAt: null }] } }, null],
    ["has one price when the other may yet be seen", { history: { encounters: [{ ...dearer, shownAt: null, expiresAt: daysAgo(-1) }] } }, "otherPriceShown"],
    ["is not improved after a no", { history: { encounters: [pageBefore] }, request: { step: 2 }, offer: { isDownsell: true } }, "otherPriceShown"],
    ["is improved after a no where the policy allows", { history: { encounters: [pageBefore] }, request: { step: 2 }, offer: { isDownsell: true }, policy: { mayImproveDeclined: true } }, null],
    ["is improved by a downsell only", { history: { encounters: [pageBefore] }, request: { step: 2 }, policy: { mayImproveDeclined: true } }, "declinedProduct"],
    ["is never made dearer after a no", { history: { encounters: [pageBefore] }, product: undiscounted, request: { step: 2 }, offer: { isDownsell: true }, policy: { mayImproveDeclined: true } }, "otherPriceShown"],
    ["bought for others is not prompted for", { history: { purchases: [buildPurchase({ gift: "likely" })] }, product: undiscounted, offer: { isPersonal: true } }, "boughtAsGift"],
    ["bought for others may stand beside a basket", { history: { purchases: [buildPurchase({ gift: "likely" })] }, product: undiscounted }, null],
  ])("%s", (_case, given, code) => {
    expect(refusal(given)?.code ?? null).toBe(code);
  });
});
