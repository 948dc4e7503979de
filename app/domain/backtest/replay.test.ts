import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPastLine, buildPastOrder, buildReplaySetup, dayOf, replay } from "../../../test/support/backtest-builders";
import { buildContent, buildOffer, buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import { defaultCourtesyPolicy } from "../courtesy/policy";
import { decide } from "../decisions/decide";
import type { Offer, OfferContent } from "../offers/offer";
import { CustomerLedger } from "./customer-ledger";
import type { PastOrder } from "./past-order";
import { PastSources } from "./past-sources";
import { replayFacts } from "./replay-facts";
import { ShownOffers } from "./shown-offers";
import { unreachableReason } from "./unreachable";

const atLeast = (minMinor: number): OfferContent["rule"] => ({ kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor }] });
const returning: OfferContent["rule"] = { kind: "all", conditions: [{ kind: "customerOrderCount", min: 1 }] };


describe("an order that could never see a one-click page", () => {
  test.each<[string, Partial<PastOrder>, string | null]>([
    ["paid by card in the online store", {}, null],
    ["of which the channel is not known", { sourceName: "" }, null],
    ["placed at a till", { sourceName: "pos" }, "otherChannel"],
    ["paid with a wallet", { gateways: ["paypal"] }, "wallet"],
    ["paid in instalments", { gateways: ["Klarna"] }, "instalments"],
    ["paid with a gift card and a card", { gateways: ["gift_card", "shopify_payments"] }, "giftCard"],
    ["paid in two ways", { gateways: ["shopify_payments", "bogus"] }, "severalPayments"],
    ["paid on delivery", { gateways: ["Cash on Delivery (COD)"] }, "manualPayment"],
    ["in another currency", { currency: "EUR" }, "otherCurrency"],
    ["without an address", { countryCode: null }, "noAddress"],
    ["that cost nothing", { totalMinor: 0 }, "tooSmall"],
    ["that was a test", { test: true }, "test"],
  ])("%s", (_case, over, reason) => {
    const order = buildPastOrder(over);
    expect(unreachableReason(order, "GBP")).toBe(reason);
    expect(replay(buildReplaySetup(), [order]).unreachable).toBe(reason === null ? 0 : 1);
  });
});

describe("collisions", () => {
  test.each<[string, number, "displacedBy" | "displaces", { shown: number; displaced: number }]>([
    ["goes after an offer that stands higher", 1, "displacedBy", { shown: 0, displaced: 1 }],
    ["takes the place of one that stands lower", 9, "displaces", { shown: 1, displaced: 0 }],
  ])("%s", (_case, priority, which, counts) => {
    const result = replay(buildReplaySetup({ offers: [buildOffer({ id: "other", priority })], offer: { id: "tested", priority: 5 } }), [buildPastOrder()]);
    expect(result.placements).toMatchObject([{ qualified: 1, ...counts }]);
    expect(result[which]).toEqual([{ offerId: "other", orders: 1 }]);
  });

  test("the saved state of the tested offer does not compete with its draft", () => {
    const saved = buildOffer({ id: "tested", priority: 5 });
    const result = replay(buildReplaySetup({ offers: [saved], offer: saved, content: buildContent({ rule: atLeast(99_999) }) }), [buildPastOrder()]);
    expect(result.placements).toMatchObject([{ qualified: 0 }]);
    expect(result.reasons).toMatchObject([{ reason: { group: "offer", code: "ruleNotMet", kind: "orderValue", path: "0" }, orders: 1 }]);
  });
});

test("an offer planned for next week is tried as if it had been live all the time, one that is over takes no part", () => {
  const schedule = { startsAt: "2026-12-01T00:00", endsAt: null };
  const over = buildOffer({ id: "over", priority: 0, content: { schedule: { startsAt: null, endsAt: "2026-01-01T00:00" } } });
  expect(replay(buildReplaySetup({ offers: [over], content: buildContent({ schedule }) }), [buildPastOrder()]).placements).toMatchObject([{ shown: 1 }]);
});

test("knows at each order what was known of the customer then, cancellations included", () => {
  const content = buildContent({ rule: returning });
  const past = [
    buildPastOrder({ processedAt: dayOf(1), cancelledAt: dayOf(3) }),
    buildPastOrder({ processedAt: dayOf(2) }),
    buildPastOrder({ processedAt: dayOf(2), customerKey: "c:2" }),
    buildPastOrder({ processedAt: dayOf(4), customerKey: null }),
  ];
  expect(replay(buildReplaySetup({ content }), past).placements).toMatchObject([{ qualified: 1 }]);
});

test("counts the orders on which a cap would have hit, and shows nothing there", () => {
  const snapshot = buildSnapshot({ offers: [], policy: { ...defaultCourtesyPolicy(), impressionsPer30Days: 2 } });
  const result = replay(buildReplaySetup({ snapshot }), [1, 2, 3, 4].map((number) => buildPastOrder({ processedAt: dayOf(number) })));
  expect(result.placements).toMatchObject([{ qualified: 4, shown: 2, capped: 2 }]);
  expect(result.reasons).toContainEqual({ placement: "post-purchase", reason: { group: "courtesy", code: "impressionCap" }, orders: 2 });
});

test("the cost of the discount is that of every showing accepted, one each and the most that one may take", () => {
  const snapshot = buildSnapshot({ offers: [], products: [buildProduct({ variants: [buildVariant({ priceMinor: 1_000 }), buildVariant({ id: 2002, priceMinor: 2_000, available: 2 })] })] });
  const content = buildContent({ discount: { kind: "percentage", percent: 10 } });
  const result = replay(buildReplaySetup({ snapshot, content }), [buildPastOrder({ customerKey: "c:8" }), buildPastOrder({ customerKey: "c:9" })]);
  expect(result.discount).toEqual({ oneEachMinor: 200, mostMinor: 2 * 400 });
  expect(result.stock).toEqual([{ productId: 200, shown: 2, available: 12 }]);
});

const rules = fc.constantFrom<OfferContent["rule"]>({ kind: "all", conditions: [] }, atLeast(1_500), atLeast(3_000), returning);
const pastOrders = fc.array(
  fc.record({ customer: fc.integer({ min: 0, max: 3 }), totalMinor: fc.integer({ min: 0, max: 5_000 }), gateway: fc.constantFrom("shopify_payments", "paypal"), product: fc.constantFrom(100, 200, 201) }),
  { maxLength: 30 },
).map((found) => found.map(({ customer, totalMinor, gateway, product }, index) => buildPastOrder({
  customerKey: customer === 0 ? null : `c:${customer}`, totalMinor, gateways: [gateway], processedAt: new Date(dayOf(1).getTime() + index * 3_600_000),
  lines: [buildPastLine(product, totalMinor)],
})));
const shopOf = fc.record({ rule: rules, others: fc.array(rules, { maxLength: 3 }), holdOutPercent: fc.constantFrom(0, 40) }).map(({ rule, others, holdOutPercent }) => {
  const offers = others.map((other, index) => buildOffer({ id: `offer-${index}`, priority: index * 2, content: { rule: other, products: [{ productId: 201, variantIds: [] }] } }));
  return buildReplaySetup({ snapshot: buildSnapshot({ offers, holdOutPercent, policy: { ...defaultCourtesyPolicy(), impressionsPer30Days: 60 }, products: [buildProduct(), buildProduct({ id: 201 })] }), offer: { id: "tested", priority: 3 }, content: buildContent({ rule }) });
});

test("counts as qualified exactly the orders on which the decision of production finds the offer fit", () => {
  fc.assert(fc.property(shopOf, pastOrders, (setup, past) => {
    const ledger = new CustomerLedger();
    const sources = new PastSources({ offers: [] });
    const factsOf = replayFacts(setup, ledger, new ShownOffers());
    const tested = buildOffer({ id: "tested", version: 0, priority: 3, content: setup.content });
    let [qualified, shown] = [0, 0];
    for (const order of past) {
      if (!unreachableReason(order, "GBP")) {
        const request = { placement: "post-purchase" as const, step: 1 as const, facts: factsOf(order, "post-purchase") };
        const history = { acceptedOfferIds: new Set<string>(), courtesy: { encounters: [], ...ledger.courtesyBefore(order) }, sources: sources.before({ ...order, placement: "post-purchase", room: 1 }) };
        const ask = (offers: Offer[]) => decide({ ...setup.snapshot, offers }, request, history, order.processedAt).chosen?.offer.id;
        if (ask([tested]) === "tested") qualified += 1;
        if (ask([...setup.snapshot.offers, tested]) === "tested") shown += 1;
      }
      ledger.add(order);
      sources.add(order);
    }
    expect(replay(setup, past).placements).toMatchObject([{ qualified, shown }]);
  }));
});

test("says the same again, whatever the order in which the offers are told, and gives every order one reason", () => {
  fc.assert(fc.property(shopOf, pastOrders, (setup, past) => {
    const result = replay(setup, past);
    expect(replay({ ...setup, snapshot: { ...setup.snapshot, offers: [...setup.snapshot.offers].reverse() } }, past)).toEqual(result);
    expect(result.reasons.reduce((sum, row) => sum + row.orders, 0)).toBe(past.length);
  }));
});
