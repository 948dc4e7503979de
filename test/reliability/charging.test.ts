import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { signJwt, verifyJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { longForm, noteFigure } from "../support/long-form";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { setStatus } = await import("../../app/data/offers/offer-writes.server");
const { addOffer, addProduct, changeCatalogue, claimsOf, heard, inputDataOf, installShop, offered, post, postTogether, purchaseToken, sign } = await import("../support/buyers");

const rounds = longForm("CHARGING_ROUNDS", 5);
const tampered = longForm("TAMPERED_REQUESTS", 400);

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
beforeAll(async () => {
  shop = await installShop("charging");
  await addOffer(shop, { shippingMinor: 350, title: "With it?" });
});

const acceptances = async (decisionId: string) =>
  (await pool.query<{ state: string; jti: string; error_code: string | null }>("select * from acceptances where decision_id = $1", [decisionId])).rows;
const countAcceptances = async () => Number((await pool.query<{ count: number }>("select count(*) from acceptances")).rows[0]?.count);

test("signs what was stored, for this purchase, with Shopify's claims", async () => {
  const { token, referenceId, selection, decisionId } = await offered(shop);
  const signed = await sign(token, { ...selection, quantity: 2 });
  const claims = verifyJwt(signed.body.token ?? "", apiSecret);
  const [acceptance] = await acceptances(decisionId);
  expect(claims).toEqual({
    iss: apiKey, sub: referenceId, jti: acceptance?.jti, iat: expect.any(Number) as unknown,
    changes: [
      { type: "add_variant", variantId: 2001, quantity: 2, discount: { value: 20, valueType: "percentage", title: "With it?" } },
      { type: "add_shipping_line", price: 3.5, title: "Shipping", presentmentTitle: "Shipping" },
    ],
  });
  expect(acceptance).toMatchObject({ state: "signed", amount_minor: 1600 });
});

test(`17: 50 concurrent accepts, ${String(rounds)} rounds: one acceptance, one identical token`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const { token, selection, decisionId } = await offered(shop);
    const signed = await Promise.all(Array.from({ length: 50 }, () => sign(token, selection)));
    expect(new Set(signed.map(({ status, body }) => `${String(status)} ${body.token ?? ""}`)).size).toBe(1);
    expect(signed[0]?.status).toBe(200);
    expect(await acceptances(decisionId)).toHaveLength(1);
  }
  noteFigure("rounds with one acceptance and one token", rounds);
});

test("17: 50 concurrent accepts of different choices: one of them is signed", async () => {
  const { token, selection, decisionId } = await offered(shop);
  const signed = await Promise.all(Array.from({ length: 50 }, (_, index) => sign(token, { ...selection, quantity: (index % 3) + 1 })));
  const tokens = new Set(signed.flatMap(({ body }) => body.token ?? []));
  expect(tokens.size).toBe(1);
  expect(new Set(signed.flatMap(({ body }) => body.refused ?? []))).toEqual(new Set(["alreadyAccepted"]));
  expect(await acceptances(decisionId)).toHaveLength(1);
});

describe("18: a lost reply", () => {
  test("is answered again with the same token and jti", async () => {
    const { token, selection } = await offered(shop);
    const first = await sign(token, selection);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await sign(token, selection)).toEqual(first);
  });

  test("also after the offer was paused, and by a fresh token of the same purchase", async () => {
    const other = await installShop("lost-reply");
    const id = await addOffer(other);
    const { token, selection, referenceId } = await offered(other);
    const first = await sign(token, selection);
    await setStatus(other, [id], ["active"], "paused", new Date());
    await heard();
    const fresh = purchaseToken(other, { referenceId, issuedAt: new Date(Date.now() - 60_000) });
    expect(await sign(fresh.token, selection)).toEqual(first);
  });

  test("does not open the offer to another choice", async () => {
    const { token, selection } = await offered(shop);
    await sign(token, selection);
    expect(await sign(token, { ...selection, quantity: 2 })).toMatchObject({ status: 409, body: { refused: "alreadyAccepted" } });
  });
});

describe("19: an error of Shopify's", () => {
  test.each([
    "payment_required", "insufficient_inventory", "changeset_already_applied", "unsupported_payment_method", "invalid_request", "server_error",
    "buyer_consent_required", "subscription_vaulting_error", "subscription_contract_creation_error", "subscription_no_shipping_address_error",
    "subscription_limit_error", "order_released_error",
  ])("%s leaves a failed acceptance and no revenue", async (errorCode) => {
    const { token, selection, decisionId } = await offered(shop);
    await sign(token, selection);
    expect((await post("outcome", token, { decisionId, outcome: "failed", errorCode })).status).toBe(204);
    expect(await acceptances(decisionId)).toMatchObject([{ state: "failed", error_code: errorCode }]);
    expect((await pool.query("select from ledger_entries where decision_id = $1", [decisionId])).rowCount).toBe(0);
  });

  test("edited but unpaid is kept as such, and applied is only the page's word", async () => {
    const unpaid = await offered(shop);
    await sign(unpaid.token, unpaid.selection);
    await post("outcome", unpaid.token, { decisionId: unpaid.decisionId, outcome: "unpaid", errorCode: "payment_required" });
    expect(await acceptances(unpaid.decisionId)).toMatchObject([{ state: "unpaid" }]);

    const applied = await offered(shop);
    await sign(applied.token, applied.selection);
    await post("outcome", applied.token, { decisionId: applied.decisionId, outcome: "applied" });
    expect(await acceptances(applied.decisionId)).toMatchObject([{ state: "applied", line_id: null, confirmed_at: null }]);
    await post("outcome", applied.token, { decisionId: applied.decisionId, outcome: "failed", errorCode: "server_error" });
    expect(await acceptances(applied.decisionId)).toMatchObject([{ state: "applied" }]);
  });

  test("of another purchase changes nothing here", async () => {
    const mine = await offered(shop);
    await sign(mine.token, mine.selection);
    const other = purchaseToken(shop);
    await post("outcome", other.token, { decisionId: mine.decisionId, outcome: "failed", errorCode: "server_error" });
    await post("outcome", other.token, { decisionId: mine.decisionId, outcome: "declined" });
    expect(await acceptances(mine.decisionId)).toMatchObject([{ state: "signed" }]);
  });
});

describe("20: changed between offer and accept", () => {
  const cases: Array<[string, string, string]> = [
    ["the price rose", "update variants set price_minor = 1001 where shop = $1 and id = 2001", "changed"],
    ["it sold out", "update variants set inventory_quantity = 0 where shop = $1 and id = 2001", "soldOut"],
    ["the product was archived", "update products set status = 'archived' where shop = $1 and id = 200", "soldOut"],
    ["the product left the store", "update products set published_at = null where shop = $1 and id = 200", "soldOut"],
    ["the variant is gone", "delete from variants where shop = $1 and id = 2001", "soldOut"],
    ["the currency changed", "update shops set currency = 'EUR' where shop = $1", "changed"],
    ["the offer was archived", "update offers set status = 'archived' where shop = $1", "expired"],
  ];
  test.each(cases)("%s: refused", async (name, sql, refused) => {
    const other = await installShop(`changed-${name.replaceAll(" ", "-")}`);
    await addOffer(other);
    const { token, selection, decisionId } = await offered(other);
    await changeCatalogue(other, sql);
    expect(await sign(token, selection)).toMatchObject({ status: 409, body: { refused } });
    expect(await acceptances(decisionId)).toEqual([]);
  });

  test("the price fell: signed, and never dearer than shown", async () => {
    const other = await installShop("price-fell");
    await addOffer(other);
    const { token, selection } = await offered(other);
    await changeCatalogue(other, "update variants set price_minor = 900 where shop = $1 and id = 2001");
    expect((await sign(token, selection)).status).toBe(200);
  });

  test("the offer's discount shrank: what was shown is signed", async () => {
    const other = await installShop("discount-shrank");
    const id = await addOffer(other);
    const { token, selection } = await offered(other);
    await changeCatalogue(other, `update offer_versions set content = jsonb_set(content, '{discount,percent}', '5') where shop = $1 and offer_id = '${id}'`);
    const signed = await sign(token, selection);
    expect(claimsOf(signed.body.token ?? "")).toMatchObject({ changes: [{ discount: { value: 20 } }] });
  });

  test("half an hour passed: refused", async () => {
    const { token, selection, decisionId } = await offered(shop);
    await pool.query("update decisions set expires_at = now() - interval '1 second' where id = $1", [decisionId]);
    expect(await sign(token, selection)).toMatchObject({ status: 409, body: { refused: "expired" } });
  });
});

describe("21: tampered requests", () => {
  test(`${String(tampered)} of them: none is signed and none fails`, async () => {
    const foreign = await installShop("tampering");
    await addOffer(foreign);
    await addProduct(shop, 300, [{ id: 3001, priceMinor: 100_000 }]);
    const mine = await offered(shop);
    const theirs = await offered(foreign);
    const elsewhere = await offered(shop);
    const before = await countAcceptances();
    const claims = { iss: "shopify", sub: mine.referenceId, iat: Math.floor(Date.now() / 1000), input_data: inputDataOf(shop, mine.referenceId) };
    const forged = (change: object, secret = apiSecret) => signJwt({ ...claims, ...change }, secret);
    const [header = "", payload = "", signature = ""] = mine.token.split(".");

    const bodies: unknown[] = [
      { ...mine.selection, variantId: 3001 }, { ...mine.selection, variantId: 1001 }, { ...mine.selection, variantId: -1 }, { ...mine.selection, variantId: "2001" },
      { ...mine.selection, quantity: 0 }, { ...mine.selection, quantity: 4 }, { ...mine.selection, quantity: -1 }, { ...mine.selection, quantity: 1.5 }, { ...mine.selection, quantity: 1e9 },
      { ...mine.selection, offerId: randomUUID() }, { ...mine.selection, decisionId: randomUUID() }, { ...mine.selection, decisionId: "' or 1=1 --" },
      { ...mine.selection, decisionId: theirs.decisionId, offerId: theirs.offer.offerId }, { ...mine.selection, decisionId: elsewhere.decisionId },
      {}, [], null, "{", "__proto__", { __proto__: mine.selection }, { changes: [{ type: "add_variant", variantId: 3001, quantity: 1 }] },
      { ...mine.selection, quantity: undefined }, "x".repeat(5_000), JSON.stringify({ ...mine.selection, padding: "x".repeat(5_000) }),
    ];
    const tokens = [
      `${header}.${payload}.${signature.slice(0, -2)}AA`, `${header}.${payload}.`, `${header}.${payload}`, "", "null", payload,
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`, `${Buffer.from('{"alg":"HS512"}').toString("base64url")}.${payload}.${signature}`,
      forged({}, "another secret"), forged({ iss: apiKey }), forged({ sub: "another" }), forged({ sub: undefined }), forged({ iat: undefined }),
      forged({ iat: Math.floor(Date.now() / 1000) - 4_000 }), forged({ iat: Math.floor(Date.now() / 1000) + 600 }), forged({ exp: Math.floor(Date.now() / 1000) - 60 }),
      forged({ input_data: undefined }), forged({ input_data: inputDataOf("evil.example.com", mine.referenceId) }), forged({ changes: [] }), forged({ dest: `https://${shop}` }),
      forged({ input_data: inputDataOf(foreign, mine.referenceId) }), forged({ nbf: Math.floor(Date.now() / 1000) + 600 }),
      `${Buffer.from('{"alg":"HS256","crit":["b64"],"b64":false}').toString("base64url")}.${payload}.${signature}`,
    ];
    const requests = Array.from({ length: tampered }, (_, index) =>
      index % 2 === 0
        ? { token: mine.token, body: bodies[(index / 2) % bodies.length] }
        : { token: tokens[((index - 1) / 2) % tokens.length] ?? "", body: mine.selection });
    const statuses = new Map<number, number>();
    for (const [index, { token, body }] of requests.entries()) {
      const { status, text } = await (index % 3 === 0 ? postTogether : post)("changeset", token, body).then(async (response) => ({ status: response.status, text: await response.text() }));
      expect(text).not.toContain('"token"');
      expect([400, 401, 409, 413], `${JSON.stringify(body)} by ${token}`).toContain(status);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(tampered);
    expect(await countAcceptances()).toBe(before);
    noteFigure("requests refused", tampered);
    expect((await sign(mine.token, mine.selection)).status).toBe(200);
  });

  test("extra fields are not looked at: what is signed is what was stored", async () => {
    const { token, selection } = await offered(shop);
    const signed = await sign(token, { ...selection, discount: { value: 100, valueType: "percentage", title: "Mine" }, changes: [], referenceId: "other" });
    expect(claimsOf(signed.body.token ?? "")).toMatchObject({ changes: [{ discount: { value: 20 } }, { type: "add_shipping_line" }] });
  });
});

describe("22: refused", () => {
  test("a declined offer", async () => {
    const { token, selection, decisionId } = await offered(shop, { customerId: 901 });
    await post("outcome", token, { decisionId, outcome: "declined" });
    expect(await sign(token, selection)).toMatchObject({ status: 409, body: { refused: "declined" } });
  });

  test("a replay on another order, even of the same customer", async () => {
    const { selection } = await offered(shop);
    const other = purchaseToken(shop);
    expect(await sign(other.token, selection)).toMatchObject({ status: 409, body: { refused: "otherOrder" } });
  });

  test("a decision of another shop", async () => {
    const { selection } = await offered(shop);
    const other = await installShop("replay-elsewhere");
    expect(await sign(purchaseToken(other).token, selection)).toMatchObject({ status: 409, body: { refused: "unknownDecision" } });
  });

  test("a third offer of one purchase", async () => {
    const { token, selection, decisionId, referenceId } = await offered(shop);
    const copy = async (step: number, accepted: boolean) => {
      const id = randomUUID();
      await pool.query(
        `insert into decisions select shop, $2::uuid, placement, reference_id, $3, order_id, customer_key, outcome, offer_id, offer_version, facts, reasons, presented, currency, decided_at, expires_at
         from decisions where id = $1`, [decisionId, id, step]);
      if (accepted) await pool.query(`insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, updated_at) values ($1, $2, 2002, 1, gen_random_uuid(), now(), '[]', 1, 'signed', now())`, [shop, id]);
    };
    await copy(2, true);
    await copy(3, true);
    expect(referenceId).not.toBe("");
    expect(await sign(token, selection)).toMatchObject({ status: 409, body: { refused: "tooMany" } });
  });

  test("what nothing was offered for", async () => {
    const nothing = purchaseToken(shop, { currency: "EUR" });
    await post("decision", nothing.token);
    const decision = await pool.query<{ id: string }>("select id from decisions where reference_id = $1", [nothing.referenceId]);
    const body = { decisionId: decision.rows[0]?.id, offerId: randomUUID(), variantId: 2001, quantity: 1 };
    expect(await sign(nothing.token, body)).toMatchObject({ status: 409, body: { refused: "notOffered" } });
  });
});
