import { describe, expect, test } from "vitest";
import { buildPastLine, buildPastOrder, buildReplaySetup, dayOf, replay } from "../../../test/support/backtest-builders";
import { buildContent, buildOffer, buildSnapshot } from "../../../test/support/domain-builders";
import { priced } from "../../../test/support/strategy-builders";
import { defaultCourtesyPolicy } from "../courtesy/policy";
import type { OfferContent } from "../offers/offer";
import type { OfferStrategy } from "../strategies/strategy";
import type { PastOrder } from "./past-order";

const exclude = { productIds: [], collectionIds: [], tags: [] };
const products = [priced(100, 2_000, { title: "Blue mug", productType: "Mug" }), priced(101, 3_000, { title: "Blue mug large", productType: "Mug" }), priced(200, 1_000), ...[300, 301, 302, 303, 304, 305, 306, 307].map((id) => priced(id, 1_500))];

function content(strategy: OfferStrategy, over: Partial<OfferContent> = {}): OfferContent {
  return buildContent({ products: [], strategy, ...over });
}

function tryOut(tested: OfferContent, past: readonly PastOrder[], over: Parameters<typeof buildReplaySetup>[0] = {}) {
  return replay(buildReplaySetup({ snapshot: buildSnapshot({ offers: [], products }), content: tested, ...over }), past);
}

/** One order a day, each of another customer. */
function basket(day: number, productIds: readonly number[], over: Partial<PastOrder> = {}): PastOrder {
  return buildPastOrder({ processedAt: dayOf(day), customerKey: `c:${day}`, lines: productIds.map((id) => buildPastLine(id)), ...over });
}

const together: OfferStrategy = { kind: "boughtTogether", exclude };
/** Mug and 200 are bought together, among orders of other things. */
const teaTime = Array.from({ length: 30 }, (_, day) => basket(day + 1, day % 2 === 0 ? [100, 200] : [300 + (day % 8), 300 + ((day + 3) % 8)]));

describe("an offer of what is bought together", () => {
  test("offers what is near in price while nothing was bought together, and what was from then on", () => {
    expect(tryOut(content(together), [basket(1, [100])]).stock).toMatchObject([{ productId: 300, shown: 1 }]);
    const late = tryOut(content(together), [...teaTime, basket(40, [100], { customerKey: "c:99" })]);
    expect(late.stock.find(({ productId }) => productId === 200)).toMatchObject({ shown: 1 });
  });

  test("does not count what was cancelled by then", () => {
    const cancelled = teaTime.map((order) => (order.lines.some(({ productId }) => productId === 100) ? { ...order, cancelledAt: dayOf(35) } : order));
    const last = basket(40, [100], { customerKey: "c:99" });
    const shownOf = (past: PastOrder[]) => tryOut(content(together), [...past, last]).stock.find(({ productId }) => productId === 200)?.shown ?? 0;
    expect(shownOf(teaTime) - shownOf(cancelled)).toBe(1);
  });
});

test("bestsellers are those of the days before the order", () => {
  const past = [basket(1, [200]), basket(2, [200]), basket(3, [300]), basket(5, [100]), basket(40, [100])];
  const result = tryOut(content({ kind: "bestseller", days: 7, exclude }), past);
  expect(result.stock).toEqual([{ productId: 200, shown: 2, available: 10 }]);
  expect(result.samples.filter(({ reason }) => reason.code === "nothingFound")).toHaveLength(2);
});

test("a reorder is offered when it is due, to customers who have a rhythm", () => {
  const rhythm = (customer: string, productId: number) => [0, 7, 14, 21].map((day) => basket(day + 1, [productId], { customerKey: customer }));
  const known = ["c:11", "c:12", "c:13", "c:14"].flatMap((customer) => rhythm(customer, 300));
  const past = [...known, basket(29, [100], { customerKey: "c:11" })].sort((one, other) => one.processedAt.getTime() - other.processedAt.getTime());
  const result = tryOut(content({ kind: "reorder", leadDays: 3 }), past);
  expect(result.samples.filter(({ reason }) => reason.group === "shown").map(({ at }) => at)).toContain(dayOf(29).toISOString());
  expect(result.stock.map(({ productId }) => productId)).toEqual([300]);
});

test("the next product up needs no counts", () => {
  expect(tryOut(content({ kind: "priceLadder", maxStepPercent: 100, exclude }), [basket(1, [100])]).stock).toMatchObject([{ productId: 101, shown: 1 }]);
});

describe("a downsell", () => {
  const downsell = content({ kind: "downsell", ofOfferId: null, by: ["cheaper"], exclude });
  const first = buildOffer({ id: "first", priority: 1, content: { products: [{ productId: 101, variantIds: [] }] } });

  test("is tried as if the page before it had been declined", () => {
    const result = tryOut(downsell, [basket(1, [300])], { snapshot: buildSnapshot({ offers: [first], products }) });
    expect(result).toMatchObject({ isDownsell: true, placements: [{ qualified: 1, shown: 1 }], stock: [{ productId: 100, shown: 1 }] });
  });

  test("has nothing to answer where no page came before", () => {
    expect(tryOut(downsell, [basket(1, [300])]).reasons).toMatchObject([{ reason: { group: "offer", code: "onlyAfterDecline" } }]);
  });
});

test("saying thank you and offering nothing counts as shown, without any discount", () => {
  expect(tryOut(content({ kind: "thankYouOnly" }), [basket(1, [100])])).toMatchObject({ placements: [{ shown: 1 }], discount: { mostMinor: 0 } });
});

describe("courtesy", () => {
  const policy = defaultCourtesyPolicy();
  const offer = buildContent({ products: [{ productId: 200, variantIds: [] }], discount: { kind: "percentage", percent: 10 } });
  const one = (day: number, over: Partial<PastOrder> = {}) => basket(day, [100], { customerKey: "c:1", ...over });

  test.each<[string, Parameters<typeof buildReplaySetup>[0], PastOrder[], string]>([
    ["rests after a refund", { records: { refunds: new Map([[7_001, [dayOf(9)]]]), optOuts: new Map() } }, [one(1, { id: 7_001 }), one(10)], "quietAfterCase"],
    ["holds to what the customer asked for by then", { records: { refunds: new Map(), optOuts: new Map([["c:1", dayOf(9)]]) } }, [one(1), one(10)], "optedOut"],
    ["only thanks for first orders", { snapshot: buildSnapshot({ offers: [], products, policy: { ...policy, isFirstOrderThanksOnly: true } }) }, [one(1, { customerKey: "c:1" })], "firstOrder"],
    ["keeps to what was paid in full", {}, [one(1, { lines: [buildPastLine(200)], customerKey: "c:1" }), ...["c:3", "c:4", "c:5", "c:6", "c:7"].flatMap((customerKey) => [2, 3].map((day) => one(day, { customerKey, lines: [buildPastLine(200)] }))), one(10)], "boughtAtFullPrice"],
  ])("%s", (_case, over, past, code) => {
    const result = tryOut(offer, past, over);
    expect(result.samples.find(({ orderId }) => orderId === past.at(-1)?.id)?.reason).toEqual({ group: "courtesy", code });
  });

  test("an order that the offer would not have fitted anyhow is no order that was kept back", () => {
    const records = { refunds: new Map(), optOuts: new Map([["c:1", dayOf(0)]]) };
    const dear = buildContent({ rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: 99_999 }] } });
    expect(tryOut(dear, [one(1)], { records }).placements).toMatchObject([{ qualified: 0, capped: 0 }]);
  });
});

describe("placements", () => {
  test("each page is reached or not by itself, and visits that orders do not tell of are not counted", () => {
    const everywhere = buildContent({ placements: ["post-purchase", "thank-you", "account"] });
    const result = tryOut(everywhere, [basket(1, [100], { gateways: ["paypal"] }), basket(2, [100], { sourceName: "pos" })]);
    expect(result).toMatchObject({
      unreachable: 2,
      placements: [
        { placement: "post-purchase", replayable: true, asked: 0, shown: 0 }, { placement: "thank-you", replayable: true, asked: 1, shown: 1 },
        { placement: "account", replayable: false, asked: 0, shown: 0 },
      ],
    });
  });

  test("what another placement showed counts against the same cap", () => {
    const snapshot = buildSnapshot({ products, policy: { ...defaultCourtesyPolicy(), impressionsPer30Days: 1 }, offers: [buildOffer({ id: "earlier", content: { placements: ["post-purchase"], products: [{ productId: 300, variantIds: [] }] } })] });
    const result = tryOut(buildContent({ placements: ["thank-you"] }), [basket(1, [100])], { snapshot });
    expect(result.reasons).toMatchObject([{ placement: "thank-you", reason: { group: "courtesy", code: "impressionCap" } }]);
  });
});

describe("an offer of several placements", () => {
  test("stands in one place at a time, as it does in production", () => {
    const result = tryOut(buildContent({ placements: ["post-purchase", "thank-you"] }), [basket(1, [100])]);
    expect(result.reasons).toMatchObject([{ placement: "post-purchase", reason: { group: "shown" } }, { placement: "thank-you", reason: { group: "offer", code: "livesElsewhere" } }]);
  });

  test("a coupon uses up the same budget as a product", () => {
    const coupon = content({ kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: null }, { placements: ["thank-you"] });
    const snapshot = buildSnapshot({ products, offers: [], policy: { ...defaultCourtesyPolicy(), impressionsPer30Days: 1 } });
    const result = tryOut(coupon, [basket(1, [100], { customerKey: "c:1" }), basket(2, [100], { customerKey: "c:1" })], { snapshot });
    expect(result.placements).toMatchObject([{ qualified: 2, shown: 1, capped: 1 }]);
  });
});
