import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPastLine, buildPastOrder, dayOf } from "../../../test/support/backtest-builders";
import { buildOffer } from "../../../test/support/domain-builders";
import type { Placement } from "../offers/placement";
import { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { evidenceThreshold } from "../recommendations/evidence";
import { rankCompanions } from "../strategies/companions";
import { numberedListsOf } from "../strategies/numbered-lists";
import { distinctProducts, type PastOrder } from "./past-order";
import { PastSources } from "./past-sources";

const exclude = { productIds: [], collectionIds: [], tags: [] };
const offers = [
  buildOffer({ content: { strategy: { kind: "boughtTogether", exclude } } }), buildOffer({ content: { strategy: { kind: "bestseller", days: 7, exclude } } }),
  buildOffer({ content: { strategy: { kind: "reorder", leadDays: 3 } } }),
];
const question = { customerKey: "c:1", processedAt: dayOf(400), placement: "post-purchase", room: 1 } as const;

const history = fc.array(fc.record({ customer: fc.integer({ min: 0, max: 4 }), products: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), isCancelled: fc.boolean() }), { maxLength: 40 })
  .map((found) => found.map(({ customer, products, isCancelled }, place): PastOrder => buildPastOrder({
    customerKey: customer === 0 ? null : `c:${customer}`, processedAt: dayOf(place + 1), cancelledAt: isCancelled ? dayOf(place + 20) : null,
    lines: products.map((id) => buildPastLine(id)),
  })));

function counted(orders: readonly PastOrder[]): PastSources {
  const sources = new PastSources({ offers });
  for (const order of orders) sources.add(order);
  return sources;
}

test("after the last cancellation everything is as if those orders had never been placed", () => {
  fc.assert(fc.property(history, (orders) => {
    const [all, kept] = [counted(orders).before(question), counted(orders.filter(({ cancelledAt }) => cancelledAt === null)).before(question)];
    expect(all.companions([1, 2])).toEqual(kept.companions([1, 2]));
    expect(all.bestsellers(7)).toEqual(kept.bestsellers(7));
    for (const id of [1, 2, 3]) expect(all.isRebought(id)).toBe(kept.isRebought(id));
  }));
});

test("what is bought together is what the counts of production say of the same orders", () => {
  const orders = Array.from({ length: 60 }, (_, place) => buildPastOrder({ customerKey: `c:${place}`, processedAt: dayOf(place + 1), lines: (place % 2 === 0 ? [1, 2] : [3 + (place % 7), 3 + ((place + 2) % 7)]).map((id) => buildPastLine(id)) }));
  const counts = new CoPurchaseCounts();
  for (const order of orders) counts.add({ products: Int32Array.from(distinctProducts(order)) });
  const lists = new Map([1, 3].map((id) => [id, numberedListsOf(counts, id)]));
  const expected = rankCompanions([1, 3], { listsOf: (id) => lists.get(id), threshold: evidenceThreshold(counts), choices: new Map(), idOf: (id) => id });
  expect(expected.map(({ productId }) => productId)).toContain(2);
  expect(counted(orders).before(question).companions([1, 3])).toEqual(expected);
});

test("after the order goes what next orders brought, before it what is in one order", () => {
  const thanks = [...offers, buildOffer({ content: { placements: ["thank-you"], strategy: { kind: "boughtTogether", exclude } } })];
  const sources = new PastSources({ offers: thanks });
  for (const from of [1, 40]) {
    for (let customer = 0; customer < 36; customer += 1) {
      const product = from === 1 ? 1 + 10 * (customer % 3) : 2 + 10 * (customer % 3);
      sources.add(buildPastOrder({ customerKey: `c:${customer}`, processedAt: dayOf(from + customer), lines: [buildPastLine(product)] }));
    }
  }
  const told = (placement: Placement) => sources.before({ ...question, placement }).companions([1]);
  expect(told("thank-you")).toMatchObject([{ productId: 2, withProductId: 1, orders: 12, ofOrders: 12, customers: 12, isInNextOrder: true }]);
  expect(told("checkout")).toEqual([]);
});

test("staff's choices hold", () => {
  const orders = Array.from({ length: 30 }, (_, place) => buildPastOrder({ customerKey: `c:${place}`, lines: (place % 2 === 0 ? [1, 2] : [3 + (place % 7), 3 + ((place + 2) % 7)]).map((id) => buildPastLine(id)) }));
  const sources = new PastSources({ offers, choices: new Map([[1, new Map([[2, "exclude" as const]])]]) });
  for (const order of orders) sources.add(order);
  expect(sources.before(question).companions([1])).toEqual([]);
});

test("bestsellers are counted over whole days, those of the order's own day left out", () => {
  const at = (day: number, productId: number) => buildPastOrder({ processedAt: dayOf(day), lines: [buildPastLine(productId)] });
  const sources = counted([at(1, 1), at(2, 2), at(2, 2), at(5, 3), at(9, 4)]);
  const listed = (day: number) => sources.before({ ...question, customerKey: null, processedAt: dayOf(day) }).bestsellers(7).map(({ productId }) => productId);
  expect(listed(8)).toEqual([2, 3]);
  expect(listed(9)).toEqual([3]);
  expect(listed(10)).toEqual([3, 4]);
});

test("where staff name the products, of those is known what is known where all are counted", () => {
  const named = [buildOffer({ content: { products: [{ productId: 1, variantIds: [] }, { productId: 2, variantIds: [] }] } })];
  fc.assert(fc.property(history, (orders) => {
    const sources = new PastSources({ offers: named });
    for (const order of orders) sources.add(order);
    const [some, all] = [sources.before(question), counted(orders).before(question)];
    expect([1, 2].map((id) => some.isRebought(id))).toEqual([1, 2].map((id) => all.isRebought(id)));
  }));
});
