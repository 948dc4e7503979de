import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Customer, Order, Product } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { readCourtesyHistory } = await import("../../app/data/courtesy/history.server");
const { listPrivacyRequests } = await import("../../app/data/privacy/privacy-requests.server");
const { isOptedOut, optIn, optOut, readOptOut } = await import("../../app/services/courtesy/opt-out.server");
const { guestKeysOf } = await import("../../app/services/orders/guest-key.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let tea: Product;
beforeAll(async () => {
  ({ shop, tea } = await openShop(shopify, "quiet"));
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute));
const keyOf = ({ id }: Customer) => `c:${String(id)}`;
const guestKey = (email: string) => guestKeysOf(shop)(email);
let people = 0;
function someone(): Customer {
  people += 1;
  return shopify.control.createCustomer({ shop, customer: { email: `person-${String(people)}@example.com` } });
}
async function buys(customer: Customer): Promise<Order> {
  const order = shopify.control.placeOrder({ shop, customerId: customer.id, email: customer.email, lines: [{ variantId: tea.variants[1]?.id ?? 0, quantity: 1 }] });
  await shopify.settle();
  return order;
}
const courtesyKnows = async (customerKey: string) => (await readCourtesyHistory(shop, { customerKey, referenceId: "now", since: at(0), liveOfferIds: [] })).optedOutAt;

describe("an opt-out", () => {
  test("holds from then on, keeps its first time, and is one person's", async () => {
    await optOut(shop, "c:1", at(1));
    await optOut(shop, "c:1", at(2));
    expect(await readOptOut(shop, "c:1")).toEqual(at(1));
    expect(await courtesyKnows("c:1")).toEqual(at(1));
    expect(await isOptedOut(shop, "c:2")).toBe(false);
  });

  test("is taken back, and may be said again", async () => {
    await optOut(shop, "c:3", at(1));
    await optIn(shop, "c:3", at(2));
    expect([await isOptedOut(shop, "c:3"), await courtesyKnows("c:3")]).toEqual([false, null]);
    await optOut(shop, "c:3", at(3));
    expect(await readOptOut(shop, "c:3")).toEqual(at(3));
  });

  test("taken back by somebody who never opted out changes nothing", async () => {
    await optIn(shop, "c:4", at(1));
    expect(await isOptedOut(shop, "c:4")).toBe(false);
  });
});

describe("what was said under one key", () => {
  test("as a guest holds for the customer who buys with the same e-mail", async () => {
    const customer = someone();
    await optOut(shop, guestKey(customer.email), at(1));
    expect(await isOptedOut(shop, keyOf(customer))).toBe(false);
    await buys(customer);
    expect(await readOptOut(shop, keyOf(customer))).toEqual(at(1));
  });

  test("as a customer holds for the guest, once an order has shown the two to be one", async () => {
    const customer = someone();
    await optOut(shop, keyOf(customer), at(1));
    await buys(customer);
    expect(await readOptOut(shop, guestKey(customer.email))).toEqual(at(1));
  });

  test("is what was said last, whichever way", async () => {
    const customer = someone();
    await optOut(shop, guestKey(customer.email), at(1));
    await buys(customer);
    await optIn(shop, keyOf(customer), at(2));
    await buys(customer);
    expect([await isOptedOut(shop, keyOf(customer)), await isOptedOut(shop, guestKey(customer.email))]).toEqual([false, false]);
    await optOut(shop, guestKey(customer.email), at(3));
    await buys(customer);
    expect([await isOptedOut(shop, keyOf(customer)), await isOptedOut(shop, guestKey(customer.email))]).toEqual([true, true]);
  });

  test("is nobody else's", async () => {
    const [one, other] = [someone(), someone()];
    await optOut(shop, keyOf(one), at(1));
    await buys(one);
    await buys(other);
    expect([await isOptedOut(shop, keyOf(other)), await isOptedOut(shop, guestKey(other.email))]).toEqual([false, false]);
  });
});

describe("a person who is forgotten", () => {
  const redact = async (customer: Customer, orders: Order[]) => {
    shopify.control.redactCustomer({ shop, customerId: customer.id, email: customer.email, orderIds: orders.map(({ id }) => id) });
    await shopify.settle();
  };

  test("is not asked again, although nothing names them any more", async () => {
    const customer = someone();
    await optOut(shop, keyOf(customer), at(1));
    const order = await buys(customer);
    await redact(customer, [order]);
    await redact(customer, [order]);
    const { rows } = await pool.query<{ keys: string }>("select coalesce(string_agg(customer_key, ' '), '') as keys from opt_outs where shop = $1", [shop]);
    expect(rows[0]?.keys).not.toContain(keyOf(customer));
    expect(rows[0]?.keys).not.toContain(guestKey(customer.email));
    expect(await courtesyKnows(keyOf(customer))).toEqual(at(1));
    // A late state of the order brings nothing back.
    shopify.control.updateOrder({ shop, orderId: order.id, tags: ["late"] });
    await shopify.settle();
    expect((await pool.query("select from opt_outs where shop = $1 and customer_key = $2", [shop, keyOf(customer)])).rowCount).toBe(0);
  });

  test("and comes back with a new account is still left in peace, until they say otherwise", async () => {
    const before = someone();
    await optOut(shop, keyOf(before), at(1));
    await redact(before, [await buys(before)]);
    shopify.store.getShop(shop).customers.delete(before.id);
    const after = shopify.control.createCustomer({ shop, customer: { email: before.email } });
    await buys(after);
    expect(await readOptOut(shop, keyOf(after))).toEqual(at(1));
    await optIn(shop, keyOf(after), at(2));
    await buys(after);
    expect(await isOptedOut(shop, keyOf(after))).toBe(false);
  });

  test("leaves nothing when they had not opted out, or had taken it back", async () => {
    const customer = someone();
    await optOut(shop, keyOf(customer), at(1));
    await optIn(shop, keyOf(customer), at(2));
    const count = async () => (await pool.query("select from opt_outs where shop = $1", [shop])).rowCount;
    const held = await count();
    await redact(customer, [await buys(customer)]);
    await redact(someone(), []);
    expect(await count()).toBe((held ?? 0) - 1);
  });
});

test("who asks what is held is told of their opt-out", async () => {
  const customer = someone();
  await optOut(shop, keyOf(customer), at(5));
  shopify.control.requestCustomerData({ shop, customerId: customer.id, email: customer.email, orderIds: [] });
  await shopify.settle();
  expect((await listPrivacyRequests(shop))[0]?.report).toMatchObject({ optedOutSince: at(5).toISOString() });
});
