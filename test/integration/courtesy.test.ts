import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { DecisionReply } from "../../app/domain/decisions/contract";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { optOut } = await import("../../app/services/courtesy/opt-out.server");
const { previewPolicy, readPolicy, savePolicy } = await import("../../app/services/courtesy/policy.server");
const { CourtesyPolicy, defaultCourtesyPolicy } = await import("../../app/domain/courtesy/policy");
const { addOffer, addProduct, decide, heard, installShop, offered, post, purchaseToken, relaxCourtesy, sign } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
beforeAll(async () => {
  shop = await installShop("courtesy");
  await addOffer(shop);
});

const generalOf = async (referenceId: string) =>
  (await pool.query<{ general: string | null }>("select reasons->>'general' as general from decisions where shop = $1 and reference_id = $2 order by step desc", [shop, referenceId])).rows[0]?.general;

test("a customer sees no more offers in 30 days than the policy allows, over any purchases", async () => {
  const replies: DecisionReply[] = [];
  for (let purchase = 0; purchase < 6; purchase += 1) {
    const { token } = purchaseToken(shop, { customerId: 11 });
    const reply = await decide(token);
    replies.push(reply);
    if (reply.render) await post("impression", token, { decisionId: reply.decisionId });
  }
  expect(replies.map(({ render }) => render)).toEqual([true, true, true, true, false, false]);
  const { token, referenceId } = purchaseToken(shop, { customerId: 11 });
  expect(await decide(token)).toEqual({ render: false });
  expect(await generalOf(referenceId)).toBe("impressionCap");
  expect(await previewPolicy(shop, CourtesyPolicy.parse({ impressionsPer30Days: 1 }), new Date())).toMatchObject({ seen: 4, wouldHaveSeen: 1, days: 30, all: { keptBy: [{ code: "impressionCap", offers: 3 }] } });
});

test("whoever said yes is left in peace", async () => {
  const { token, selection } = await offered(shop, { customerId: 12 });
  expect((await sign(token, selection)).status).toBe(200);
  const later = purchaseToken(shop, { customerId: 12 });
  expect(await decide(later.token)).toEqual({ render: false });
  expect(await generalOf(later.referenceId)).toBe("quietAfterAcceptance");
});

test("an opt-out holds from the next decision on", async () => {
  await offered(shop, { customerId: 13 });
  await optOut(shop, "c:13", new Date());
  const later = purchaseToken(shop, { customerId: 13 });
  expect(await decide(later.token)).toEqual({ render: false });
  expect(await generalOf(later.referenceId)).toBe("optedOut");
});

test.each([["certain", "giftOrder"], [null, "nothingFound"]])("an order that is a gift (%s) is asked nothing personal: %s", async (gift, code) => {
  const gifts = await installShop(`gifts-${String(gift)}`);
  await addOffer(gifts, { products: [], strategy: { kind: "reorder", leadDays: 3 } });
  const { token, referenceId } = purchaseToken(gifts, { customerId: 31 });
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at, gift_confidence)
     values ($1, 1, '#1', $2, 'c:31', 'GBP', '{}', '{}', 0, 0, now(), now(), now(), $3)`,
    [gifts, referenceId, gift],
  );
  expect(await decide(token)).toEqual({ render: false });
  const { rows } = await pool.query<{ code: string }>("select reasons->'candidates'->0->>'code' as code from decisions where shop = $1", [gifts]);
  expect(rows).toEqual([{ code }]);
});

test("a saved policy holds for the next decision, and its version rises", async () => {
  const now = new Date();
  expect(await readPolicy(shop)).toMatchObject({ version: 0, policy: defaultCourtesyPolicy() });
  expect(await savePolicy(shop, CourtesyPolicy.parse({ impressionsPer30Days: 1 }), 77, now)).toBe(1);
  expect(await readPolicy(shop)).toEqual({ version: 1, policy: CourtesyPolicy.parse({ impressionsPer30Days: 1 }), savedAt: now, savedBy: 77 });
  await heard();
  await offered(shop, { customerId: 14 });
  expect(await decide(purchaseToken(shop, { customerId: 14 }).token)).toEqual({ render: false });
  expect(await savePolicy(shop, defaultCourtesyPolicy(), null, now)).toBe(2);
  await heard();
});

test("a no is answered with one cheaper thing, and that is the end", async () => {
  const funnel = await installShop("funnel");
  await addProduct(funnel, 201, [{ id: 2011, priceMinor: 400 }]);
  await pool.query("update products set title = case id when 200 then 'Soy candle large' else 'Soy candle small' end where shop = $1 and id in (200, 201)", [funnel]);
  const first = await addOffer(funnel);
  const downsell = await addOffer(funnel, { products: [], strategy: { kind: "downsell", ofOfferId: null, by: ["cheaper"], exclude: { productIds: [], collectionIds: [], tags: [] } } });
  const { token, decisionId, offer } = await offered(funnel, { customerId: 21 });
  expect(offer.offerId).toBe(first);
  await post("impression", token, { decisionId });
  expect((await post("outcome", token, { decisionId, outcome: "declined" })).status).toBe(204);
  const second = await decide(token, decisionId);
  expect(second).toMatchObject({ render: true, offer: { offerId: downsell, productId: 201 } });
  if (!second.render) return;
  expect(await decide(token, decisionId)).toEqual(second);
  expect(await decide(token, second.decisionId)).toEqual({ render: false });
  expect((await sign(token, { decisionId: second.decisionId, offerId: downsell, variantId: 2011, quantity: 1 })).status).toBe(200);
  expect(await decide(token, decisionId)).toMatchObject({ render: true });
});

test("no page follows what was not declined on this purchase, or what was accepted", async () => {
  await relaxCourtesy(shop);
  const one = await offered(shop, { customerId: 31 });
  const other = purchaseToken(shop, { customerId: 32 });
  expect(await decide(other.token, one.decisionId)).toEqual({ render: false });
  expect((await sign(one.token, one.selection)).status).toBe(200);
  expect(await decide(one.token, one.decisionId)).toEqual({ render: false });
  const { rows } = await pool.query("select from decisions where shop = $1 and reference_id = $2 and declined_at is not null", [shop, one.referenceId]);
  expect(rows).toHaveLength(0);
});
