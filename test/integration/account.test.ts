import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BoughtProductsReply, PreferencesReply, ReorderReply } from "../../app/domain/placements/contract";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const productsRoute = await import("../../app/routes/api.account.products");
const checkoutRoute = await import("../../app/routes/api.account.checkout");
const preferencesRoute = await import("../../app/routes/api.account.preferences");
const { replaceSellingPlans } = await import("../../app/data/placements/selling-plans.server");
const { addOffer, addProduct, installShop } = await import("../support/buyers");
const { askBlock, buildAccountQuestion, buildQuestion, extensionToken, postTo, shownBlock } = await import("../support/blocks");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const day = 86_400_000;
const customer = 501;
let shop: ShopId;
let lastOrder = 60_000;

interface Bought { productId: number; variantId?: number; quantity?: number; totalMinor?: number; current?: number }
async function addOrder(daysAgo: number, bought: Bought[], { key = `c:${String(customer)}`, of = shop, cancelled = false, checkoutToken = randomUUID() } = {}) {
  lastOrder += 1;
  const at = new Date(Date.now() - daysAgo * day);
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at, cancelled_at)
     values ($1, $2, '#1', $3, $4, 'GBP', '{}', '{}', 0, 0, $5, $5, $5, $6)`, [of, lastOrder, checkoutToken, key, at, cancelled ? at : null]);
  for (const [index, { productId, variantId = productId * 10 + 1, quantity = 1, totalMinor = 1_000 * quantity, current = quantity }] of bought.entries()) {
    await pool.query(
      `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
       values ($1, $2, $3, $4, $5, 'As it was', $6, $7, 1000, $8)`, [of, lastOrder, index + 1, productId, variantId, quantity, current, totalMinor]);
  }
  await pool.query("insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at) values ($1, $2, $3, $4, $5)", [of, lastOrder, key, bought.map(({ productId }) => productId), at]);
  return lastOrder;
}

beforeAll(async () => {
  shop = await installShop("account");
  await addProduct(shop, 201, [{ id: 2011, priceMinor: 500, stock: 0 }]);
  await addProduct(shop, 202, [{ id: 2021, priceMinor: 550 }]);
  await addProduct(shop, 203, [{ id: 2031, priceMinor: 900 }]);
  await pool.query("update products set title = 'Lavender soap bar' where shop = $1 and id = 201", [shop]);
  await pool.query("update products set title = 'Lavender soap bar large' where shop = $1 and id = 202", [shop]);
  for (const [index, ago] of [121, 91, 61, 31].entries()) await addOrder(ago, [{ productId: 200, quantity: 2, totalMinor: 1_600 }, ...(index === 3 ? [{ productId: 201 }, { productId: 999 }] : [])]);
  await addOrder(200, [{ productId: 203, quantity: 3 }]);
  await addOrder(10, [{ productId: 100 }], { cancelled: true });
  await addOrder(9, [{ productId: 100, current: 0 }]);
  await addOrder(8, [{ productId: 202 }], { key: "c:777" });
  await pool.query(
    `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, typical_days)
     values ($1, 200, 0, 60, 0, 20, 40, 15, 30)`, [shop]);
});

async function ask<Reply>(route: Parameters<typeof postTo>[0], token: string | null, body: unknown): Promise<{ status: number; body: Reply }> {
  const response = await postTo(route, "/api/account/x", token, body);
  // The shape is what the tests look at.
  return { status: response.status, body: (await response.json()) as Reply };
}
const bought = (body: object = {}, id = customer) => ask<BoughtProductsReply>(productsRoute, extensionToken(shop, id), { locale: "en", ...body });
const checkout = (body: object, id = customer) => ask<ReorderReply>(checkoutRoute, extensionToken(shop, id), { locale: "en", ...body });

describe("what was bought before", () => {
  test("is listed with what was paid and what it costs today, the last first", async () => {
    const { body } = await bought();
    expect(body).toMatchObject({ currency: "GBP", currencyExponent: 2, nextCursor: null, isOptedOut: false });
    expect(body.products.map(({ productId }) => productId)).toEqual([999, 201, 200, 203]);
    expect(body.products[2]).toMatchObject({
      title: "Product 200 of account.myshopify.com", timesBought: 4, lastPaidMinor: 800, lastQuantity: 2, alternative: null, sellingPlans: [],
      variant: { variantId: 2001, priceMinor: 1_000, discountedMinor: 1_000, maxQuantity: 10 },
    });
  });

  test("names the rhythms in which it may be bought, each with the product's page on which it is chosen", async () => {
    await replaceSellingPlans(shop, [{ productId: 200, id: 31, name: "Every month" }, { productId: 200, id: 30, name: "Every two months" }, { productId: 201, id: 31, name: "Every month" }]);
    const { body } = await bought();
    const page = `https://${shop}/products/${encodeURIComponent(`Product 200 of ${shop}`)}?variant=2001&selling_plan=`;
    expect(body.products[2]?.sellingPlans).toEqual([{ id: 31, name: "Every month", url: `${page}31` }, { id: 30, name: "Every two months", url: `${page}30` }]);
    // Nobody can subscribe to what is sold out.
    expect(body.products[1]?.sellingPlans).toEqual([]);
    await replaceSellingPlans(shop, []);
  });

  test("says when it is due again, as a range of days, where enough is known", async () => {
    const { body } = await bought();
    const { due } = body.products.find(({ productId }) => productId === 200) ?? {};
    expect(due?.from).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(new Date(due?.from ?? 0) < new Date(due?.until ?? 0)).toBe(true);
    expect(body.products.filter(({ productId }) => productId !== 200).map((product) => product.due)).toEqual([null, null, null]);
  });

  test("names what can be had in place of what is sold out", async () => {
    const { body } = await bought();
    expect(body.products[1]).toMatchObject({ productId: 201, variant: { maxQuantity: 0 }, alternative: { productId: 202, variants: [{ variantId: 2021 }] } });
    expect(body.products[0]).toMatchObject({ productId: 999, title: "As it was", variant: null, alternative: null });
  });

  test("comes in pages", async () => {
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const { body } = await bought({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      pages.push(body.products.map(({ productId }) => productId));
      cursor = body.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([[999, 201, 200], [203]]);
  });

  test.each([["a guest", null, {}, 401], ["a cursor that is none", customer, { cursor: "x' or 1=1" }, 400], ["too many at once", customer, { limit: 51 }, 400]])("%s is refused", async (_case, id, body, status) => {
    expect((await ask(productsRoute, extensionToken(shop, id), { locale: "en", ...body })).status).toBe(status);
  });

  test("is nobody else's", async () => {
    expect((await bought({}, 777)).body.products.map(({ productId }) => productId)).toEqual([202]);
    expect((await bought({}, 778)).body.products).toEqual([]);
    const other = await installShop("account-other");
    expect((await ask<BoughtProductsReply>(productsRoute, extensionToken(other, customer), { locale: "en" })).body.products).toEqual([]);
  });
});

describe("a filled checkout", () => {
  test("holds what can be had, no more of it than there is, and names the rest", async () => {
    const { body } = await checkout({ items: [{ variantId: 2001, quantity: 99 }, { variantId: 2011, quantity: 1 }, { variantId: 2031, quantity: 2, sellingPlanId: 5 }, { variantId: 424_242, quantity: 1 }] });
    expect(body).toEqual({ checkoutUrl: `https://${shop}/cart/2001:10?locale=en`, unavailable: [2011, 2031, 424_242] });
  });

  test.each<[string, object[], number, string]>([
    ["of nothing", [], 409, "empty"], ["of what is sold out", [{ variantId: 2011, quantity: 1 }], 409, "soldOut"],
    ["of too much", Array.from({ length: 101 }, (_, index) => ({ variantId: index + 1, quantity: 1 })), 409, "tooMany"],
  ])("%s is refused", async (_case, items, status, refused) => {
    expect(await checkout({ items })).toEqual({ status, body: { refused } });
  });

  test("keeps the price of the prompt that led to it, for its own customer alone", async () => {
    const of = await installShop("account-prompt");
    await addOffer(of, { placements: ["account"] });
    const { decisionId } = await shownBlock(extensionToken(of, customer), buildAccountQuestion());
    const body = { locale: "de", decisionId, items: [{ variantId: 2001, quantity: 2 }, { variantId: 1001, quantity: 1 }] };
    const own = await ask<{ checkoutUrl: string }>(checkoutRoute, extensionToken(of, customer), body);
    const url = new URL(own.body.checkoutUrl);
    expect([url.pathname, url.searchParams.get("locale")]).toEqual(["/cart/2001:2,1001:1", "de"]);
    expect(Buffer.from(url.searchParams.get("properties") ?? "", "base64url").toString()).toContain("p20");
    const foreign = await ask<{ checkoutUrl: string }>(checkoutRoute, extensionToken(of, 777), body);
    expect(new URL(foreign.body.checkoutUrl).search).toBe("?locale=de");
  });
});

describe("\"don't show me offers\"", () => {
  const preferences = (token: string, body: object = {}) => ask<PreferencesReply>(preferencesRoute, token, body);

  test("is honoured at once on every placement, says no dues, and is undone in the same place", async () => {
    const of = await installShop("account-quiet");
    await addOffer(of, { placements: ["account", "thank-you", "checkout"] });
    const token = extensionToken(of, 640);
    expect(await preferences(token)).toEqual({ status: 200, body: { isOptedOut: false } });
    expect((await preferences(token, { isOptedOut: true })).body).toEqual({ isOptedOut: true });
    for (const question of [buildQuestion(), buildQuestion({ placement: "checkout" }), buildAccountQuestion()]) expect(await askBlock(token, question)).toEqual({ show: false });
    expect((await preferences(token, { isOptedOut: false })).body).toEqual({ isOptedOut: false });
    expect(await askBlock(token, buildQuestion())).toMatchObject({ show: true });
  });

  test("is a guest's too, by their purchase; nobody's without", async () => {
    const checkoutToken = randomUUID();
    await addOrder(0, [{ productId: 100 }], { key: "g:0123456789abcdef0123456789abcdef", checkoutToken });
    expect((await preferences(extensionToken(shop), { isOptedOut: true, checkoutToken })).body).toEqual({ isOptedOut: true });
    expect((await preferences(extensionToken(shop), { isOptedOut: true })).status).toBe(401);
    expect((await preferences(extensionToken(shop), { isOptedOut: true, checkoutToken: randomUUID() })).status).toBe(401);
    expect((await preferences(extensionToken(shop, 641), {})).body).toEqual({ isOptedOut: false });
  });
});
