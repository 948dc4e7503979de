import { expect, test } from "vitest";
import type { Companion } from "./sources";
import { withPins, type StaffChoice } from "./staff-choices";

const [mug, tray, spoon, bowl] = [1, 2, 3, 4];

function found(productId: number, score: number): Companion {
  return { productId, score, withProductId: mug, orders: 12, ofOrders: 40, expected: 3, customers: 9 };
}

function choices(...list: readonly (readonly [number, number, StaffChoice])[]) {
  const byProduct = new Map<number, Map<number, StaffChoice>>();
  for (const [product, companion, choice] of list) byProduct.set(product, (byProduct.get(product) ?? new Map<number, StaffChoice>()).set(companion, choice));
  return byProduct;
}

test.each([
  ["nothing is chosen", choices(), [mug], [tray, spoon]],
  ["a finding is pinned", choices([mug, spoon, "pin"]), [mug], [spoon, tray]],
  ["something without any order is pinned", choices([mug, bowl, "pin"]), [mug], [bowl, tray, spoon]],
  ["what is pinned is in the order", choices([mug, bowl, "pin"]), [mug, bowl], [tray, spoon]],
  ["it is pinned to a product that is not in the order", choices([bowl, spoon, "pin"]), [mug], [tray, spoon]],
  ["it is pinned to one product and left out beside another of the order", choices([mug, tray, "pin"], [bowl, tray, "exclude"]), [mug, bowl], [spoon]],
])("when %s, companions come as staff want them", (_case, chosen, order, expected) => {
  expect(withPins(order, [found(tray, 2), found(spoon, 1)], chosen).map(({ productId }) => productId)).toEqual(expected);
});

test("a pin names the product that it was pinned to, not the one that the counts speak of", () => {
  expect(withPins([mug, bowl], [found(tray, 2)], choices([bowl, tray, "pin"]))[0]).toMatchObject({ productId: tray, withProductId: bowl, isPinned: true });
});
