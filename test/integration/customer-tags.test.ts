import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Condition } from "../../app/domain/rules/condition";
import { ShopId } from "../../app/domain/shops/shop-id";
import type { Customer } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { readCustomerHistory } = await import("../../app/data/decisions/customer-history.server");
const { saveCustomerTags } = await import("../../app/data/customers/customer-tags.server");
const { listPrivacyRequests } = await import("../../app/data/privacy/privacy-requests.server");
const { suggestValues } = await import("../../app/services/rules/known-values.server");
const { reconcile } = await import("../../app/services/sync/reconciliation.server");
const { addOffer, addProduct, decide, purchaseToken, relaxCourtesy } = await import("../support/buyers");
const { linkShopify } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
let imported: Customer;
beforeAll(async () => {
  const opened = shopify.control.createShop({ handle: "tagged", products: [{ title: "Spring mug", tags: ["Sale", "spring"], vendor: "Potter", variants: [{ price: 1_250 }] }] });
  imported = shopify.control.createCustomer({ shop: opened.domain, customer: { email: "first@example.com", tags: ["VIP", "press"] } });
  shopify.control.createCustomer({ shop: opened.domain, customer: { email: "second@example.com", tags: ["VIP"] } });
  shopify.control.install({ shop: opened.domain });
  await shopify.visit(opened.domain);
  await shopify.settle();
  shop = ShopId.parse(opened.domain);
});

const known = async (customerKey: string) => (await readCustomerHistory(shop, { customerKey, referenceId: "now", boughtProductIds: [], now: new Date() })).tags;
const keyOf = ({ id }: Customer) => `c:${String(id)}`;
const change = async (customer: Customer, tags: { add?: string[]; remove?: string[] }) => {
  shopify.control.changeCustomerTags({ shop, customerId: customer.id, ...tags });
  await shopify.settle();
};

test("customers' tags are there after the installation, and who has none is known to have none", async () => {
  expect((await known(keyOf(imported)))?.sort()).toEqual(["VIP", "press"]);
  expect(await known("c:999999")).toEqual([]);
});

test("a guest's tags are unknown, and everybody's who has none until the shop's customers have been read", async () => {
  expect(await known("g:0123456789abcdef0123456789abcdef")).toBeNull();
  await pool.query("update sync_runs set status = 'waiting' where shop = $1 and kind = 'customers'", [shop]);
  expect(await known("c:999999")).toBeNull();
  await pool.query("update sync_runs set status = 'done' where shop = $1 and kind = 'customers'", [shop]);
});

test("tags that staff add and take away arrive, and those that most customers have are suggested first", async () => {
  const customer = shopify.control.createCustomer({ shop, customer: { email: "third@example.com" } });
  await change(customer, { add: ["wholesale", "100% off_list"] });
  expect(await suggestValues(shop, "customerTags", "")).toEqual(["VIP", "100% off_list", "press", "wholesale"]);
  expect(await suggestValues(shop, "customerTags", " vi")).toEqual(["VIP"]);
  expect(await suggestValues(shop, "customerTags", "%_")).toEqual([]);
  await change(customer, { remove: ["wholesale"] });
  expect(await known(keyOf(customer))).toEqual(["100% off_list"]);
  expect(await suggestValues(shop, "customerTags", "whole")).toEqual([]);
});

test("an older answer of Shopify's changes nothing, and a repeated one counts nobody twice", async () => {
  const save = (tags: string[], at: string) => inTransaction((client) => saveCustomerTags(shop, [{ customerKey: "c:7", tags }], new Date(at), client));
  await save(["late"], "2026-11-22T10:00:00Z");
  await save(["late"], "2026-11-22T10:00:00Z");
  await save(["early"], "2026-11-22T09:00:00Z");
  expect(await known("c:7")).toEqual(["late"]);
  const { rows } = await pool.query("select tag, customers from customer_tag_counts where shop = $1 and tag in ('late', 'early')", [shop]);
  expect(rows).toEqual([{ tag: "late", customers: 1 }]);
});

test("what a lost webhook would have told is found by the reconciliation", async () => {
  const customer = shopify.control.createCustomer({ shop, customer: { email: "fourth@example.com" } });
  await shopify.settle();
  shopify.store.getShop(shop).customers.get(customer.id)?.tags.push("unheard");
  await reconcile(shop, new Date());
  expect(await known(keyOf(customer))).toEqual(["unheard"]);
});

describe("the page after the payment", () => {
  beforeAll(async () => {
    await addProduct(shop, 100, [{ id: 1001, priceMinor: 2_500 }]);
    await addProduct(shop, 200, [{ id: 2001, priceMinor: 1_000 }]);
    await relaxCourtesy(shop);
  });

  test.each<[Condition, boolean, boolean]>([
    [{ kind: "customerTag", match: "any", tags: ["vip"] }, true, false],
    [{ kind: "customerTag", match: "none", tags: ["vip"] }, false, true],
  ])("goes by %j", async (condition, isTagged, isStranger) => {
    await pool.query("update offers set status = 'archived' where shop = $1", [shop]);
    await addOffer(shop, { rule: { kind: "all", conditions: [condition] } });
    expect((await decide(purchaseToken(shop, { customerId: imported.id }).token)).render).toBe(isTagged);
    expect((await decide(purchaseToken(shop, { customerId: 888_888 }).token)).render).toBe(isStranger);
  });
});

test("a request for a customer's data names their tags, and an erasure leaves none, in the inbox neither", async () => {
  await change(imported, { add: ["only mine"] });
  shopify.control.requestCustomerData({ shop, customerId: imported.id, email: imported.email, orderIds: [] });
  await shopify.settle();
  expect((await listPrivacyRequests(shop))[0]?.report).toMatchObject({ tags: expect.arrayContaining(["VIP", "only mine", "press"]) });
  shopify.control.redactCustomer({ shop, customerId: imported.id, email: imported.email, orderIds: [] });
  await shopify.settle();
  expect(await suggestValues(shop, "customerTags", "")).not.toContain("only mine");
  const { rows } = await pool.query<{ left: number }>(
    "select (select count(*) from customer_tags where shop = $1 and customer_key = $2) + (select count(*) from webhook_events where shop = $1 and topic like 'customer.%' and payload::text like '%/' || $3 || '\"%') as left",
    [shop, keyOf(imported), String(imported.id)],
  );
  expect(rows[0]?.left).toBe(0);
});

test("products, orders and decisions tell what may stand in the other lists, newest orders only", async () => {
  await pool.query(
    `insert into orders (shop, id, name, currency, country_code, source_name, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
     select $1, n, '#' || n, 'GBP', case when n = 9 then 'FR' else 'GB' end, 'web', '{shopify_payments}', case when n = 1 then '{ANCIENT}'::text[] else '{WELCOME}' end, 100, 100,
       timestamptz '2026-01-01' + n * interval '1 minute', now(), now() from generate_series(1, 2100) n`,
    [shop],
  );
  expect(await suggestValues(shop, "countries", "")).toEqual(["GB"]);
  expect(await suggestValues(shop, "gateways", "pay")).toEqual(["shopify_payments"]);
  expect(await suggestValues(shop, "codes", "")).toEqual(["WELCOME"]);
  expect(await suggestValues(shop, "markets", "")).toEqual([]);
  expect(await suggestValues(shop, "tags", "S")).toEqual(["Sale", "spring"]);
  expect(await suggestValues(shop, "vendors", "")).toEqual(["Maker", "Potter"]);
});
