import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Order, Product } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { giftOfCheckoutReading } = await import("../../app/data/orders/gift-confidence.server");
const { readAlone } = await import("../../app/data/read-together.server");
const { readCourtesyHistory } = await import("../../app/data/courtesy/history.server");
const { rereadOrders } = await import("../../app/services/orders/mirror-orders.server");
const { startBackfill } = await import("../../app/services/sync/start-backfill.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let mug: Product;
beforeAll(async () => {
  ({ shop, mug } = await openShop(shopify, "gifts"));
});

const address = (firstName: string, lastName: string) => ({ firstName, lastName, address1: "1 Quiet Street", city: "Leeds", zip: "LS1", countryCode: "GB" });
const ann = address("Ann", "Wrapworth");

type Details = Omit<Parameters<typeof shopify.control.placeOrder>[0], "shop" | "lines">;
async function placed(details: Details = {}, properties: { key: string; value: string }[] = []): Promise<Order> {
  const variantId = mug.variants[0]?.id ?? 0;
  const order = shopify.control.placeOrder({ shop, address: ann, ...details, lines: [{ variantId, quantity: 1, properties }] });
  await shopify.settle();
  return order;
}
const stored = async (orderId: number) =>
  (await pool.query<{ gift: string | null }>("select gift_confidence as gift from orders where shop = $1 and id = $2", [shop, orderId])).rows[0]?.gift;

const confidenceOf = (checkoutToken: string) => readAlone(shop, giftOfCheckoutReading(checkoutToken));

test.each<[string, Details, { key: string; value: string }[], string | null]>([
  ["an ordinary order", {}, [], null],
  ["another name on the parcel", { address: address("Bob", "Ribbonson"), billingAddress: ann }, [], "likely"],
  ["a gift note", { note: "A gift for Bob Ribbonson" }, [], "likely"],
  ["a gift message", { customAttributes: [{ key: "gift_message", value: "Dear Bob" }] }, [], "certain"],
  ["a wrapped line", {}, [{ key: "Packaging", value: "Gift wrap" }], "certain"],
])("%s is noticed by webhook, by reading the order again and by the import", async (_case, details, properties, gift) => {
  const order = await placed(details, properties);
  expect(await stored(order.id)).toBe(gift);
  expect(await confidenceOf(order.checkoutToken ?? "")).toBe(gift);
  await pool.query("update orders set gift_confidence = 'possible' where shop = $1 and id = $2", [shop, order.id]);
  await rereadOrders(shop, [order.id], new Date());
  expect(await stored(order.id)).toBe(gift);
  await pool.query("delete from orders where shop = $1 and id = $2", [shop, order.id]);
  await startBackfill(shop, "orders", new Date());
  await shopify.settle();
  expect(await stored(order.id)).toBe(gift);
});

test("what a source cannot tell is kept, and a sign that is gone is dropped", async () => {
  const order = await placed({ note: "A present" });
  const known = shopify.store.getShop(shop).orders.get(order.id);
  if (!known) throw new Error("The order is gone");
  known.address = null;
  shopify.control.updateOrder({ shop, orderId: order.id, note: null });
  await shopify.settle();
  expect(await stored(order.id)).toBe("likely");
  known.address = ann;
  shopify.control.updateOrder({ shop, orderId: order.id, tags: ["looked at"] });
  await shopify.settle();
  expect(await stored(order.id)).toBeNull();
});

test("someone who mostly buys for others may be doing so now", async () => {
  const customer = shopify.control.createCustomer({ shop, customer: { email: "giver@example.com" } });
  const buys = (details: Details) => placed({ customerId: customer.id, email: "giver@example.com", ...details });
  const first = await buys({});
  await buys({ note: "gift" });
  expect(await confidenceOf(first.checkoutToken ?? "")).toBeNull();
  await buys({ note: "gift" });
  expect(await confidenceOf(first.checkoutToken ?? "")).toBe("possible");
  const history = await readCourtesyHistory(shop, { customerKey: `c:${String(customer.id)}`, referenceId: "now", since: new Date(0), liveOfferIds: [] });
  expect(history.purchases.map(({ gift }) => gift).sort()).toEqual(["likely", "likely", null]);
});

test("an order that the mirror lacks is no gift", async () => {
  expect(await confidenceOf("of-nobody")).toBeNull();
});

test("nothing of names, notes and attributes is held anywhere", async () => {
  const { rows } = await pool.query<{ dump: string }>(
    `select (select coalesce(string_agg(payload::text, ' '), '') from webhook_events where shop = $1)
         || (select coalesce(string_agg(to_jsonb(o)::text, ' '), '') from orders o where shop = $1)
         || (select coalesce(string_agg(to_jsonb(l)::text, ' '), '') from order_lines l where shop = $1) as dump`,
    [shop],
  );
  expect(rows[0]?.dump).toContain("Mug");
  expect(rows[0]?.dump).not.toMatch(/wrapworth|ribbonson|dear bob|quiet street|packaging/i);
});

test("a redacted order is no longer known as a gift, and no later state makes it one", async () => {
  const customer = shopify.control.createCustomer({ shop, customer: { email: "gone@example.com" } });
  const order = await placed({ customerId: customer.id, email: "gone@example.com", note: "gift" });
  expect(await stored(order.id)).toBe("likely");
  shopify.control.redactCustomer({ shop, customerId: customer.id, email: "gone@example.com", orderIds: [order.id] });
  await shopify.settle();
  shopify.control.updateOrder({ shop, orderId: order.id, tags: ["later"] });
  await shopify.settle();
  expect(await stored(order.id)).toBeNull();
});
