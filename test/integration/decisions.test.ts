import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { changeOffers } = await import("../../app/data/offers/change-offers.server");
const { setStatus } = await import("../../app/data/offers/offer-writes.server");
const { addOffer, changeCatalogue, decide, heard, installShop, offered, post, postTogether, purchaseToken } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
let offerId: string;
beforeAll(async () => {
  shop = await installShop("decisions");
  offerId = await addOffer(shop, { title: "With it?" });
});

const stored = async (referenceId: string) =>
  (await pool.query<{ id: string }>("select id, outcome, offer_id, reasons, facts, customer_key, impression_at, declined_at from decisions where shop = $1 and reference_id = $2", [shop, referenceId])).rows;

test("offers the store's product, and keeps the facts and the reasons", async () => {
  const { referenceId, decisionId, offer } = await offered(shop, { customerId: 501 });
  expect(offer).toMatchObject({ offerId, title: "With it?", productTitle: "Product 200 of decisions.myshopify.com", currency: "GBP", currencyExponent: 2 });
  expect(offer.variants).toMatchObject([{ variantId: 2001, priceMinor: 1000, discountedMinor: 800 }, { variantId: 2002, priceMinor: 1200, discountedMinor: 960 }]);
  expect(await stored(referenceId)).toMatchObject([{
    id: decisionId, outcome: "offered", offer_id: offerId, customer_key: "c:501",
    reasons: { general: null, candidates: [{ offerId, offerVersion: 1, code: "chosen" }] },
    facts: { referenceId, totalMinor: 2500, countryCode: "GB", lines: [{ productId: 100, catalogue: { vendor: "Maker" } }] },
  }]);
});

test("answers any extension's origin and asks for nothing to be kept", async () => {
  const response = await post("decision", purchaseToken(shop).token);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

const longOrder = Array.from({ length: 400 }, (_, index) => ({ productId: 100, variantId: 1001 + index, quantity: 1, total: "25.00" }));

test.each([["of one line", undefined], ["of 400 lines, which no header takes", longOrder]])("knows the purchase by a token in the body %s", async (_case, lines) => {
  const { token } = purchaseToken(shop, lines ? { lines } : {});
  const reply = await postTogether("decision", token);
  expect(reply.status).toBe(200);
  const { decisionId } = (await reply.json()) as { decisionId: string };
  expect((await postTogether("impression", token, { decisionId })).status).toBe(204);
  const { rows } = await pool.query("select impression_at is not null as seen from decisions where shop = $1 and id = $2", [shop, decisionId]);
  expect(rows).toEqual([{ seen: true }]);
});

test.each<[string, unknown, number]>([
  ["no token", undefined, 401], ["a number", 7, 401], ["another text", "not a token", 401], ["a line of its own", "a.b.c\r\nX: y", 401],
  ["a token of nobody's", "a.b.c", 401], ["more than 256 KB", `a.b.${"c".repeat(300_000)}`, 413],
])("takes %s in the body for no token", async (_case, token, status) => {
  expect((await postTogether("decision", token)).status).toBe(status);
});

test("ties itself to an order that arrived before it was asked about", async () => {
  const { referenceId, token } = purchaseToken(shop);
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
     values ($1, 77001, '#77001', $2, 'GBP', '{}', '{}', 2500, 2500, now(), now(), now())`,
    [shop, referenceId],
  );
  await decide(token);
  const { rows } = await pool.query<{ order_id: number }>("select order_id from decisions where shop = $1 and reference_id = $2", [shop, referenceId]);
  expect(rows).toEqual([{ order_id: 77_001 }]);
});

describe("asked again", () => {
  test("the same purchase gets the same decision", async () => {
    const { token, decisionId, referenceId } = await offered(shop);
    expect(await decide(token)).toMatchObject({ decisionId });
    expect(await stored(referenceId)).toHaveLength(1);
  });

  test("20 at once get one decision", async () => {
    const { token, referenceId } = purchaseToken(shop);
    const replies = await Promise.all(Array.from({ length: 20 }, () => decide(token)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await stored(referenceId)).toHaveLength(1);
  });

  test("a changed purchase is decided anew before anything was seen, and the old decision is gone", async () => {
    const { referenceId, decisionId } = await offered(shop);
    const again = await decide(purchaseToken(shop, { referenceId, total: "30.00" }).token);
    expect(again).toMatchObject({ render: true });
    expect(await stored(referenceId)).toMatchObject([{ facts: { totalMinor: 3000 } }]);
    expect((await stored(referenceId))[0]?.id).not.toBe(decisionId);
  });

  test("what was seen stands, whatever changes", async () => {
    const { referenceId, decisionId, token } = await offered(shop);
    expect((await post("impression", token, { decisionId })).status).toBe(204);
    expect(await decide(purchaseToken(shop, { referenceId, total: "30.00" }).token)).toMatchObject({ decisionId });
  });

  test("after a decline nothing is offered on this purchase, and not the same to this customer", async () => {
    const { token, decisionId } = await offered(shop, { customerId: 777 });
    expect((await post("outcome", token, { decisionId, outcome: "declined" })).status).toBe(204);
    expect(await decide(token)).toEqual({ render: false });
    const later = purchaseToken(shop, { customerId: 777 });
    expect(await decide(later.token)).toEqual({ render: false });
    expect(await stored(later.referenceId)).toMatchObject([{ reasons: { general: "quietAfterDecline", courtesy: { code: "quietAfterDecline" } } }]);
    await pool.query("update decisions set declined_at = declined_at - interval '15 days', impression_at = impression_at - interval '15 days', decided_at = decided_at - interval '15 days' where shop = $1 and declined_at is not null", [shop]);
    const muchLater = purchaseToken(shop, { customerId: 777 });
    expect(await decide(muchLater.token)).toEqual({ render: false });
    expect(await stored(muchLater.referenceId)).toMatchObject([{ reasons: { general: null, candidates: [{ code: "declinedOffer" }] } }]);
  });
});

test.each([
  ["another currency", { currency: "EUR" }, "otherCurrency"],
])("offers nothing in %s and says why", async (_case, parts, general) => {
  const { token, referenceId } = purchaseToken(shop, parts);
  expect(await decide(token)).toEqual({ render: false });
  expect(await stored(referenceId)).toMatchObject([{ outcome: "nothing", reasons: { general } }]);
});

test("does not offer what is in the order", async () => {
  const { token, referenceId } = purchaseToken(shop, { lines: [{ productId: 200, variantId: 2001, quantity: 1, total: "10.00" }] });
  expect(await decide(token)).toEqual({ render: false });
  expect(await stored(referenceId)).toMatchObject([{ reasons: { candidates: [{ code: "noProduct", products: [{ code: "inOrder" }] }] } }]);
});

test("knows the customer's orders, this one and cancelled ones left out", async () => {
  const order = (id: number, checkoutToken: string, cancelled = false) =>
    pool.query(
      `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at, cancelled_at)
       values ($1, $2, '#1', $3, 'c:888', 'GBP', '{}', '{}', 0, 0, now(), now(), now(), $4)`,
      [shop, id, checkoutToken, cancelled ? new Date() : null],
    );
  const { token, referenceId } = purchaseToken(shop, { customerId: 888 });
  await order(1, "another");
  await order(2, "cancelled", true);
  await order(3, referenceId);
  await decide(token);
  expect(await stored(referenceId)).toMatchObject([{ facts: { priorOrders: 1 } }]);
});

test("a guest's orders are unknown, not none", async () => {
  const { token, referenceId } = purchaseToken(shop, { customerId: null });
  await decide(token);
  expect(await stored(referenceId)).toMatchObject([{ customer_key: null, facts: { priorOrders: null } }]);
});

describe("hears of changes", () => {
  test("a paused offer is not made, and one that was not yet seen is taken back", async () => {
    const other = await installShop("changes-offers");
    const id = await addOffer(other);
    const { token } = await offered(other);
    await setStatus(other, [id], ["active"], "paused", new Date());
    await heard();
    expect(await decide(token)).toEqual({ render: false });
  });

  test("a sold-out product is not offered", async () => {
    const other = await installShop("changes-stock");
    await addOffer(other);
    await offered(other);
    await changeCatalogue(other, "update variants set inventory_quantity = 0 where shop = $1 and product_id = 200");
    expect(await decide(purchaseToken(other).token)).toEqual({ render: false });
  });

  test("after its connection was cut", async () => {
    const other = await installShop("changes-cut");
    await addOffer(other);
    await offered(other);
    await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()");
    await new Promise((resolve) => setTimeout(resolve, 1_800));
    await changeOffers(other, (client) => client.query("update offers set status = 'paused' where shop = $1", [other]));
    await heard();
    expect(await decide(purchaseToken(other).token)).toEqual({ render: false });
  });
});

describe("never holds up a buyer", () => {
  test("of a shop that does not have the app", async () => {
    expect(await decide(purchaseToken("nobody.myshopify.com").token)).toEqual({ render: false });
  });

  test("of a shop that has uninstalled it", async () => {
    const gone = await installShop("gone");
    await addOffer(gone);
    await offered(gone);
    await pool.query("update shops set uninstalled_at = now() where shop = $1", [gone]);
    expect(await decide(purchaseToken(gone).token)).toEqual({ render: false });
    await pool.query("update shops set uninstalled_at = null where shop = $1", [gone]);
    expect(await decide(purchaseToken(gone).token)).toMatchObject({ render: true });
  });

  test("when the database is slow", async () => {
    const slow = await installShop("slow");
    await addOffer(slow);
    await offered(slow);
    const blocker = await pool.connect();
    try {
      await blocker.query("begin; lock table decisions in access exclusive mode");
      const started = Date.now();
      expect(await decide(purchaseToken(slow).token)).toEqual({ render: false });
      // 800 ms, and what a busy machine adds.
      expect(Date.now() - started).toBeLessThan(1_300);
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
  });
});
