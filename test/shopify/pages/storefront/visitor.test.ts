import { expect, test } from "vitest";
import { AdjustableClock } from "../../store/clock";
import { createCustomer } from "../../store/customers";
import { createProduct } from "../../store/products";
import { createShop } from "../../store/shops";
import { Store } from "../../store/store";
import { parseCart, parseShopper, withQuantity } from "./visitor";

const store = new Store({ clock: new AdjustableClock() });
const shop = createShop(store, { handle: "visited" });
const [vase, bowl] = ["Vase", "Bowl"].map((title) => createProduct(store, { shop: shop.domain, product: { title, variants: [{ price: 100 }] } }).variants[0]?.id ?? 0);
const customer = createCustomer(store, { shop: shop.domain, customer: { email: "known@example.com" } });

test.each([
  ["nothing", undefined, []],
  ["two lines", `${vase}:2,${bowl}:1`, [{ variantId: vase, quantity: 2 }, { variantId: bowl, quantity: 1 }]],
  ["what is no longer sold", `${vase}:1,999:3`, [{ variantId: vase, quantity: 1 }]],
  ["quantities that are none", `${vase}:0,${bowl}:-1,${vase}:1.5,${bowl}:x,:,`, []],
  ["more than fits", `${vase}:100000`, [{ variantId: vase, quantity: 999 }]],
])("reads a cart of %s", (_name, cookie, lines) => {
  expect(parseCart(cookie, shop)).toEqual(lines);
});

test.each([
  [undefined, { kind: "guest" }],
  ["guest", { kind: "guest" }],
  ["email:new@example.com", { kind: "email", email: "new@example.com" }],
  ["email:", { kind: "guest" }],
  [`customer:${customer.id}`, { kind: "customer", customerId: customer.id }],
  ["customer:1", { kind: "guest" }],
])("takes %s for the right shopper", (cookie, shopper) => {
  expect(parseShopper(cookie, shop)).toEqual(shopper);
});

test("a line keeps its place when its quantity changes and leaves the cart at zero", () => {
  const cart = [{ variantId: 1, quantity: 1 }, { variantId: 2, quantity: 1 }];
  expect(withQuantity(cart, 1, 5)).toEqual([{ variantId: 1, quantity: 5 }, { variantId: 2, quantity: 1 }]);
  expect(withQuantity(cart, 1, 0)).toEqual([{ variantId: 2, quantity: 1 }]);
});
