import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPastLine, buildPastOrder, buildReplaySetup, replay } from "../../../test/support/backtest-builders";
import { buildContent, buildOffer, buildSnapshot } from "../../../test/support/domain-builders";
import { plainReplay } from "../../../test/support/plain-replay";
import { priced } from "../../../test/support/strategy-builders";
import { defaultCourtesyPolicy } from "../courtesy/policy";
import type { Placement } from "../offers/placement";
import { defaultPlacementSettings } from "../placements/settings";
import type { StaffChoice } from "../strategies/staff-choices";
import type { OfferStrategy } from "../strategies/strategy";
import type { PastOrder } from "./past-order";

const exclude = { productIds: [], collectionIds: [], tags: [] };
const products = [1, 2, 3, 4, 5, 6].map((id) => priced(id, id * 1_000, { productType: id < 4 ? "Mug" : "Tea" }));
const strategies: OfferStrategy[] = [
  { kind: "boughtTogether", exclude }, { kind: "bestseller", days: 90, exclude }, { kind: "reorder", leadDays: 3 }, { kind: "priceLadder", maxStepPercent: 300, exclude },
  { kind: "manual", products: [{ productId: 3, variantIds: [] }] }, { kind: "thankYouOnly" },
];
/** What customers buy order by order; alike enough that some of it passes for evidence. */
const habits = [[[1], [2], [3]], [[1], [2, 6], [2, 6]], [[1, 2], [3]], [[1, 2], [1, 2], [1, 2], [1, 2], [5]], [[4, 5], [4, 5], [6]], [[4, 5], [1]], [[1, 2, 3, 4, 5, 6]]];

// Thirty days apart, so that what is faded by days is exact whatever it is summed in.
const at = (month: number, minute: number) => new Date(Date.UTC(2025, 0, 1 + month * 30, 10, minute));
const past = fc.array(fc.record({
  habit: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...habits.slice(0, 2)) }, { weight: 4, arbitrary: fc.constantFrom(...habits) }), from: fc.integer({ min: 0, max: 2 }),
  isGuest: fc.constantFrom(false, false, false, true), cancelledAfter: fc.constantFrom(null, null, null, 1, 3), isTest: fc.constantFrom(false, false, false, false, true),
}), { minLength: 6, maxLength: 24 }).map((customers) => customers.flatMap(({ habit, from, isGuest, cancelledAfter, isTest }, customer) => habit.map((basket, place) => ({
  month: from + place, basket, customerKey: isGuest ? null : `c:${customer}`, test: isTest && place === 1, cancelledAfter: place === 1 ? cancelledAfter : null,
}))).sort((one, other) => one.month - other.month).map(({ month, basket, customerKey, test, cancelledAfter }, place): PastOrder => buildPastOrder({
  customerKey, test, processedAt: at(month, place), totalMinor: basket.length * 2_000,
  cancelledAt: cancelledAfter === null ? null : new Date(at(month + cancelledAfter, 0).getTime() - 10 * 3_600_000), lines: basket.map((id) => buildPastLine(id)),
})));

const content = fc.record({
  strategy: fc.constantFrom(...strategies), placements: fc.subarray<Placement>(["checkout", "post-purchase", "thank-you"], { minLength: 1 }), min: fc.integer({ min: 0, max: 2 }), percent: fc.constantFrom(0, 10),
}).map(({ strategy, placements, min, percent }) => buildContent({
  strategy, placements, products: strategy.kind === "manual" ? strategy.products : [], discount: percent === 0 ? { kind: "none" } : { kind: "percentage", percent },
  rule: { kind: "all", conditions: min === 0 ? [] : [{ kind: "customerOrderCount", min }] },
}));
const shop = fc.record({ tested: content, others: fc.array(fc.record({ priority: fc.integer({ min: 1, max: 5 }), content }), { maxLength: 2 }), cap: fc.constantFrom(2, 60), firstOrder: fc.boolean(), minOrders: fc.constantFrom(2, 5), choices: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom<StaffChoice>("pin", "exclude")), { maxLength: 3 }) })
  .map(({ tested, others, cap, firstOrder, minOrders, choices }) => buildReplaySetup({
    content: tested, offer: { id: "tested", priority: 3 }, growth: 0, choices: new Map(choices.map(([ofId, companionId, choice]) => [ofId, new Map([[companionId, choice]])])),
    snapshot: buildSnapshot({
      products, placements: defaultPlacementSettings(), policy: { ...defaultCourtesyPolicy(), impressionsPer30Days: cap, isFirstOrderThanksOnly: firstOrder, minOrders },
      offers: others.map((other, place) => buildOffer({ id: `other-${place}`, ...other })),
    }),
  }));

test("finds on a whole past what a replay finds that looks through all earlier orders for every page", () => {
  fc.assert(fc.property(shop, past, (setup, orders) => {
    const [found, plain] = [replay(setup, orders), plainReplay(setup, orders).filter(({ placement }) => setup.content.placements.includes(placement))];
    const counted = (list: readonly string[]) => Object.fromEntries([...Map.groupBy(list, (one) => one)].map(([key, same]) => [key, same.length]));
    expect(Object.fromEntries(found.reasons.map(({ placement, reason, orders: count }) => [`${placement} ${JSON.stringify(reason)}`, count])))
      .toEqual(counted(plain.map(({ placement, reason }) => `${placement} ${JSON.stringify(reason)}`)));
    expect(Object.fromEntries(found.stock.map(({ productId, shown }) => [String(productId), shown])))
      .toEqual(counted(plain.filter(({ reason }) => reason.group === "shown").flatMap(({ productIds }) => productIds.map(String))));
    expect(counted(plain.filter(({ reason }) => reason.group === "displaced").map(({ held }) => held ?? ""))).toEqual(Object.fromEntries(found.displacedBy.map(({ offerId, orders: count }) => [offerId, count])));
  }), { numRuns: 30 });
}, 60_000);
