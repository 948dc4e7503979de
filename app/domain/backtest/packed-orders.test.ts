import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPastLine, buildPastOrder, dayOf, packOrders } from "../../../test/support/backtest-builders";
import { unpackOrders } from "./packed-orders";

const id = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const orders = fc.array(fc.record({
  id, customerKey: fc.constantFrom(null, "c:1", "g:"), checkoutToken: fc.constantFrom(null, "", "token"), countryCode: fc.constantFrom(null, "GB"), gateways: fc.constantFrom([], ["paypal"], ["paypal", "x"]),
  gift: fc.constantFrom(null, "likely" as const), test: fc.boolean(), totalMinor: fc.integer({ min: -5_000, max: 5_000 }), cancelledAt: fc.constantFrom(null, new Date(0), dayOf(3)),
  lines: fc.array(id.map((productId) => buildPastLine(productId)), { maxLength: 4 }),
}).map((over) => buildPastOrder(over)), { maxLength: 12 });

test("orders are the same after they were packed", () => {
  fc.assert(fc.property(orders, (list) => {
    expect(unpackOrders(packOrders(list))).toEqual(list);
  }));
});

test("more orders than there is room for at first are packed as well", () => {
  const many = Array.from({ length: 3_000 }, (_, place) => buildPastOrder({ id: place + 1 }));
  expect(unpackOrders(packOrders(many)).at(-1)).toEqual(many.at(-1));
});
