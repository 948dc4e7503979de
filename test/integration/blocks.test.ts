import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlockQuestion } from "../../app/domain/placements/contract";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { addOffer, addProduct, changeCatalogue, decide, installShop, offered, post, purchaseToken, relaxCourtesy } = await import("../support/buyers");
const { askBlock, buildAccountQuestion, buildQuestion, extensionToken, postBlock, shownBlock } = await import("../support/blocks");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const everywhere = { placements: ["post-purchase" as const, "checkout" as const, "thank-you" as const, "order-status" as const, "account" as const] };

let shop: ShopId;
let offerId: string;
beforeAll(async () => {
  shop = await installShop("blocks");
  await addProduct(shop, 201, [{ id: 2011, priceMinor: 500 }]);
  offerId = await addOffer(shop, { ...everywhere, title: "With it?", texts: { de: { title: "Dazu?", body: "" } }, products: [{ productId: 200, variantIds: [] }, { productId: 201, variantIds: [] }] });
});

interface Row { id: string; placement: string; outcome: string; offer_id: string | null; customer_key: string | null; impression_at: Date | null; declined_at: Date | null; reasons: unknown }
const stored = async (referenceId: string, of: string = shop) =>
  (await pool.query<Row>("select id, placement, outcome, offer_id, customer_key, impression_at, declined_at, reasons from decisions where shop = $1 and reference_id = $2 order by decided_at", [of, referenceId])).rows;
let lastOrder = 80_000;
async function addOrder(checkoutToken: string, { customerKey = null, productId = 100, gift = null }: { customerKey?: string | null; productId?: number; gift?: string | null } = {}, of: string = shop) {
  lastOrder += 1;
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at, gift_confidence)
     values ($1, $2, '#80001', $3, $4, 'GBP', 'GB', 'web', '{card}', '{WELCOME}', 2500, 2500, now(), now(), now(), $5)`,
    [of, lastOrder, checkoutToken, customerKey, gift],
  );
  await pool.query(
    "insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor) values ($1, $2, 1, $3, $4, 'x', 1, 1, 2500, 2500)",
    [of, lastOrder, productId, productId * 10 + 1],
  );
  return lastOrder;
}

describe("a block", () => {
  test("shows the store's products, cheapened as the offer says, and keeps the reasons", async () => {
    const question = buildQuestion();
    const { block, decisionId } = await shownBlock(extensionToken(shop, 601), question);
    expect(block).toMatchObject({
      offerId, title: "With it?", currency: "GBP", currencyExponent: 2, saving: { kind: "percentage", percent: 20 },
      products: [{ productId: 200, variants: [{ variantId: 2001, priceMinor: 1_000, discountedMinor: 800 }, { variantId: 2002 }] }, { productId: 201 }],
    });
    expect(await stored(question.checkoutToken ?? "")).toMatchObject([{ id: decisionId, placement: "thank-you", outcome: "offered", offer_id: offerId, customer_key: "c:601", reasons: { candidates: [{ code: "chosen", productId: 200 }] } }]);
  });

  test("speaks the shopper's language as far as it was translated, as the post-purchase page does", async () => {
    expect((await shownBlock(extensionToken(shop), buildQuestion({ locale: "de-CH" }))).block.title).toBe("Dazu?");
  });

  test("is decided once, however often and at once it is asked", async () => {
    const question = buildQuestion();
    const replies = await Promise.all(Array.from({ length: 12 }, () => askBlock(extensionToken(shop), question)));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(await stored(question.checkoutToken ?? "")).toHaveLength(1);
  });

  test("is decided anew while unseen when the cart changes; what was seen stands, but for what is in the cart by now", async () => {
    const question = buildQuestion({ placement: "checkout" });
    const first = await shownBlock(extensionToken(shop), question);
    const more: BlockQuestion = { ...question, totalMinor: 5_000 };
    const second = await shownBlock(extensionToken(shop), more);
    expect(second.decisionId).not.toBe(first.decisionId);
    await postBlock("impression", extensionToken(shop), { decisionId: second.decisionId, checkoutToken: question.checkoutToken });
    const added: BlockQuestion = { ...more, lines: [...more.lines, { productId: 200, variantId: 2001, quantity: 1, totalMinor: 800 }], totalMinor: 5_800 };
    const third = await shownBlock(extensionToken(shop), added);
    expect(third.decisionId).toBe(second.decisionId);
    expect(third.block.products.map(({ productId }) => productId)).toEqual([201]);
  });

  test("shows no more than there is room for", async () => {
    expect((await shownBlock(extensionToken(shop), buildQuestion({ room: 1 }))).block.products).toHaveLength(1);
  });

  test("in the account is one decision a customer and day, whatever the surface", async () => {
    const token = extensionToken(shop, 602);
    const first = await shownBlock(token, buildAccountQuestion());
    expect((await shownBlock(token, buildAccountQuestion({ surface: "page" }))).decisionId).toBe(first.decisionId);
    expect((await shownBlock(extensionToken(shop, 603), buildAccountQuestion())).decisionId).not.toBe(first.decisionId);
    expect(await askBlock(extensionToken(shop), buildAccountQuestion())).toEqual({ show: false });
  });

  test("counts one impression, when it is really seen", async () => {
    const question = buildQuestion();
    const { decisionId } = await shownBlock(extensionToken(shop), question);
    expect((await stored(question.checkoutToken ?? ""))[0]?.impression_at).toBeNull();
    for (let time = 0; time < 3; time += 1) {
      expect((await postBlock("impression", extensionToken(shop), { decisionId, checkoutToken: question.checkoutToken })).status).toBe(204);
    }
    const [{ impression_at: seen } = { impression_at: null }] = await stored(question.checkoutToken ?? "");
    expect(seen).toBeInstanceOf(Date);
  });

  test("takes a sold-out product back", async () => {
    const of = await installShop("blocks-stock");
    await addOffer(of, everywhere);
    const question = buildQuestion();
    const token = extensionToken(of);
    const { decisionId } = await shownBlock(token, question);
    await postBlock("impression", token, { decisionId, checkoutToken: question.checkoutToken });
    await changeCatalogue(of, "update variants set inventory_quantity = 0 where shop = $1 and product_id = 200");
    expect(await askBlock(token, question)).toEqual({ show: false });
  });

  test("preview shows a sample and stores nothing", async () => {
    const before = (await pool.query("select 1 from decisions where shop = $1", [shop])).rowCount;
    const { checkoutToken: _none, ...question } = buildQuestion({ preview: true, room: 2, locale: "fr" });
    const { block } = await shownBlock(extensionToken(shop), question);
    expect(block).toMatchObject({ title: "Vous aimerez aussi", saving: null });
    expect(block.products).toHaveLength(2);
    expect((await pool.query("select 1 from decisions where shop = $1", [shop])).rowCount).toBe(before);
  });
});

describe("says why nothing is shown", () => {
  test.each<[string, Partial<BlockQuestion>, object]>([
    ["in another currency", { currency: "EUR" }, { general: "otherCurrency" }],
    ["when all is in the order", { lines: [200, 201].map((productId) => ({ productId, variantId: productId * 10 + 1, quantity: 1, totalMinor: 1 })) }, { candidates: [{ code: "noProduct", products: [{ code: "inOrder" }, { code: "inOrder" }] }] }],
  ])("%s", async (_case, over, reasons) => {
    const question = buildQuestion(over);
    expect(await askBlock(extensionToken(shop), question)).toEqual({ show: false });
    expect(await stored(question.checkoutToken ?? "")).toMatchObject([{ outcome: "nothing", reasons }]);
  });

  test("to the hold-out, on every placement", async () => {
    const of = await installShop("blocks-held", { holdOutPercent: 50 });
    await addOffer(of, everywhere);
    const { isHeldOut } = await import("../../app/domain/courtesy/hold-out");
    const held = Array.from({ length: 50 }, (_, index) => 700 + index).find((id) => isHeldOut(of, `c:${String(id)}`, 50)) ?? 0;
    for (const question of [buildQuestion({ placement: "checkout" }), buildQuestion(), buildQuestion({ placement: "order-status" }), buildAccountQuestion()]) {
      expect(await askBlock(extensionToken(of, held), question)).toEqual({ show: false });
    }
    const { rows } = await pool.query("select distinct reasons->>'general' as general from decisions where shop = $1", [of]);
    expect(rows).toEqual([{ general: "holdOut" }]);
  });

  test("where a rule asks of an order and there is none", async () => {
    const of = await installShop("blocks-rule");
    await addOffer(of, { ...everywhere, rule: { kind: "none", conditions: [{ kind: "product", match: "any", productIds: [999] }] } });
    expect(await askBlock(extensionToken(of, 604), buildAccountQuestion())).toEqual({ show: false });
    const { rows } = await pool.query<{ reasons: unknown }>("select reasons from decisions where shop = $1", [of]);
    expect(rows).toMatchObject([{ reasons: { candidates: [{ code: "ruleUnknown", kind: "product" }] } }]);
    expect(await askBlock(extensionToken(of, 604), buildQuestion())).toMatchObject({ show: true });
  });
});

describe("the mirrored order", () => {
  test("tells what the page does not: whose it is, its codes and its lines", async () => {
    const of = await installShop("blocks-order");
    await addOffer(of, { ...everywhere, rule: { kind: "all", conditions: [{ kind: "discountCode", match: "any", codes: ["welcome"] }, { kind: "gateway", match: "any", gateways: ["card"] }] } });
    const question = buildQuestion();
    const token = extensionToken(of);
    expect(await askBlock(token, question)).toEqual({ show: false });
    expect(await stored(question.checkoutToken ?? "", of)).toMatchObject([{ customer_key: null, reasons: { candidates: [{ code: "ruleUnknown", kind: "discountCode" }] } }]);
    await addOrder(question.checkoutToken ?? "", { customerKey: "g:0123456789abcdef0123456789abcdef" }, of);
    expect(await askBlock(token, question)).toMatchObject({ show: true });
    expect(await stored(question.checkoutToken ?? "", of)).toMatchObject([{ customer_key: "g:0123456789abcdef0123456789abcdef", outcome: "offered" }]);
  });

  test("is not waited for where the page tells as much", async () => {
    const of = await installShop("blocks-told");
    await addOffer(of, { ...everywhere, rule: { kind: "all", conditions: [{ kind: "discountCode", match: "any", codes: ["welcome"] }, { kind: "market", match: "any", markets: ["uk"] }] } });
    expect(await askBlock(extensionToken(of), buildQuestion({ discountCodes: ["WELCOME"], market: "uk" }))).toMatchObject({ show: true });
    expect(await askBlock(extensionToken(of), buildQuestion({ discountCodes: [], market: "uk" }))).toEqual({ show: false });
  });

  test("that is a gift has nothing personal offered on it", async () => {
    const of = await installShop("blocks-gift");
    await addOffer(of, { ...everywhere, products: [], strategy: { kind: "reorder", leadDays: 3 } });
    const question = buildQuestion();
    await addOrder(question.checkoutToken ?? "", { customerKey: "c:605", gift: "certain" }, of);
    expect(await askBlock(extensionToken(of), question)).toEqual({ show: false });
    expect(await stored(question.checkoutToken ?? "", of)).toMatchObject([{ reasons: { candidates: [{ code: "giftOrder", confidence: "certain" }] } }]);
  });
});

describe("one offer lives in one place", () => {
  const purchases = (of: ShopId, customerId: number | null, referenceId: string) => purchaseToken(of, { referenceId, customerId });

  test.each<[string, number | null]>([["a customer", 610], ["a guest", null]])("%s who said no on the post-purchase page does not meet it on the others", async (_case, customerId) => {
    const of = await installShop(`decline-${String(customerId)}`);
    await relaxCourtesy(of, { restDaysOfDeclinedProduct: 0 });
    await addOffer(of, everywhere);
    const referenceId = randomUUID();
    const { token, decisionId } = await offered(of, { referenceId, customerId });
    await post("outcome", token, { decisionId, outcome: "declined" });
    for (const placement of ["checkout", "thank-you", "order-status"] as const) {
      expect(await askBlock(extensionToken(of, customerId), buildQuestion({ placement, checkoutToken: referenceId })), placement).toEqual({ show: false });
    }
    const rows = await stored(referenceId, of);
    expect(rows.slice(1).map(({ reasons }) => reasons)).toMatchObject([1, 2, 3].map(() => ({ candidates: [{ code: "declinedOffer" }] })));
    if (customerId !== null) expect(await askBlock(extensionToken(of, customerId), buildAccountQuestion())).toEqual({ show: false });
  });

  test("a no on a block keeps it from the post-purchase page", async () => {
    const of = await installShop("decline-block");
    await relaxCourtesy(of, { restDaysOfDeclinedProduct: 0 });
    await addOffer(of, everywhere);
    const referenceId = randomUUID();
    const token = extensionToken(of);
    const { decisionId } = await shownBlock(token, buildQuestion({ placement: "checkout", checkoutToken: referenceId }));
    expect((await postBlock("decline", token, { decisionId, checkoutToken: referenceId })).status).toBe(204);
    expect(await askBlock(token, buildQuestion({ placement: "checkout", checkoutToken: referenceId }))).toEqual({ show: false });
    expect(await decide(purchases(of, null, referenceId).token)).toEqual({ render: false });
  });

  test("a no said elsewhere, or to all offers, takes back what is shown already", async () => {
    const of = await installShop("taken-back");
    await relaxCourtesy(of);
    await addOffer(of, everywhere);
    const token = extensionToken(of, 615);
    const thanks = buildQuestion();
    const { decisionId } = await shownBlock(token, thanks);
    await postBlock("impression", token, { decisionId });
    await pool.query("update decisions set expires_at = now() where shop = $1", [of]);
    const { decisionId: later } = await shownBlock(token, buildQuestion({ placement: "order-status" }));
    await pool.query("update decisions set expires_at = now() + interval '1 hour' where shop = $1", [of]);
    expect(await askBlock(token, thanks)).toMatchObject({ show: true });
    await postBlock("decline", token, { decisionId: later });
    expect(await askBlock(token, thanks)).toEqual({ show: false });

    const other = extensionToken(of, 616);
    const question = buildQuestion();
    await postBlock("impression", other, { decisionId: (await shownBlock(other, question)).decisionId });
    const { optOut } = await import("../../app/services/courtesy/opt-out.server");
    await optOut(of, "c:616", new Date());
    expect(await askBlock(other, question)).toEqual({ show: false });
  });

  test("what was decided and not seen gives way to where it was seen first", async () => {
    const of = await installShop("seen-first");
    await addOffer(of, everywhere);
    const token = extensionToken(of, 617);
    const question = buildQuestion();
    await shownBlock(token, question);
    const status = await shownBlock(token, { ...question, placement: "order-status" });
    await postBlock("impression", token, { decisionId: status.decisionId });
    expect(await askBlock(token, question)).toEqual({ show: false });
  });

  test("who never saw it may meet it; who saw it and did not answer meets it there alone", async () => {
    const of = await installShop("unseen");
    await addOffer(of, everywhere);
    const referenceId = randomUUID();
    const { token, decisionId } = await offered(of, { referenceId, customerId: 611 });
    expect(await askBlock(extensionToken(of, 611), buildQuestion({ checkoutToken: referenceId }))).toMatchObject({ show: true });
    await post("impression", token, { decisionId });
    expect(await askBlock(extensionToken(of, 611), buildQuestion({ placement: "order-status", checkoutToken: referenceId }))).toEqual({ show: false });
    expect((await stored(referenceId, of)).at(-1)?.reasons).toMatchObject({ candidates: [{ code: "livesElsewhere", placement: "post-purchase" }] });
  });

  test("what one click added is in the order, before the mirror knows", async () => {
    const of = await installShop("one-click");
    await relaxCourtesy(of);
    await addOffer(of, { ...everywhere, name: "One click" });
    await addOffer(of, { ...everywhere, name: "Another of the same" });
    const referenceId = randomUUID();
    const { token, selection } = await offered(of, { referenceId, customerId: 612 });
    expect((await post("changeset", token, selection)).status).toBe(200);
    expect(await askBlock(extensionToken(of, 612), buildQuestion({ checkoutToken: referenceId }))).toEqual({ show: false });
    expect((await stored(referenceId, of)).at(-1)?.reasons).toMatchObject({ candidates: [{ code: "acceptedBefore" }, { code: "noProduct", products: [{ code: "inOrder" }] }] });
  });

  test("one price: a second offer of the same product at another price is not made while the first lives", async () => {
    const of = await installShop("one-price");
    await relaxCourtesy(of);
    await addOffer(of, { placements: ["checkout"] });
    await addOffer(of, { placements: ["thank-you"], discount: { kind: "percentage", percent: 30 } });
    const referenceId = randomUUID();
    const token = extensionToken(of, 613);
    const { decisionId } = await shownBlock(token, buildQuestion({ placement: "checkout", checkoutToken: referenceId }));
    await postBlock("impression", token, { decisionId, checkoutToken: referenceId });
    expect(await askBlock(token, buildQuestion({ checkoutToken: referenceId }))).toEqual({ show: false });
    expect((await stored(referenceId, of)).at(-1)?.reasons).toMatchObject({ candidates: [{ code: "noProduct", products: [{ code: "otherPriceShown" }] }] });
  });

  test("one budget: four impressions in thirty days, wherever they were", async () => {
    const of = await installShop("budget");
    for (const placements of [["checkout" as const], ["thank-you" as const], ["order-status" as const], ["account" as const], ["post-purchase" as const]]) await addOffer(of, { placements, discount: { kind: "none" } });
    const token = extensionToken(of, 614);
    for (const question of [buildQuestion({ placement: "checkout" }), buildQuestion(), buildQuestion({ placement: "order-status" }), buildAccountQuestion()]) {
      const { decisionId } = await shownBlock(token, question);
      await postBlock("impression", token, { decisionId });
    }
    expect(await decide(purchases(of, 614, randomUUID()).token)).toEqual({ render: false });
    const { rows } = await pool.query<{ reasons: unknown }>("select reasons from decisions where shop = $1 and placement = 'post-purchase'", [of]);
    expect(rows).toMatchObject([{ reasons: { general: "impressionCap", courtesy: { impressions: 4, cap: 4 } } }]);
  });
});

test("a slow database shows nothing within a second", async () => {
  const blocker = await pool.connect();
  await blocker.query("begin");
  await blocker.query("lock table decisions in access exclusive mode");
  const began = performance.now();
  try {
    expect(await askBlock(extensionToken(shop), buildQuestion())).toEqual({ show: false });
    expect(performance.now() - began).toBeLessThan(1_100);
  } finally {
    await blocker.query("rollback");
    blocker.release();
  }
});

describe("refuses", () => {
  test.each<[string, string | null, unknown, number]>([
    ["no token", null, buildQuestion(), 401], ["a purchase without its token", "guest", { ...buildQuestion(), checkoutToken: undefined }, 400],
    ["a placement that is none", "guest", buildQuestion({ placement: "nowhere" as never }), 400], ["101 lines", "guest", buildQuestion({ lines: Array.from({ length: 101 }, () => ({ productId: 1, variantId: 1, quantity: 1, totalMinor: 1 })) }), 400],
    ["seven rooms", "guest", buildQuestion({ room: 7 }), 400], ["what is no JSON", "guest", "{", 400], ["20 KB", "guest", JSON.stringify({ ...buildQuestion(), more: "x".repeat(20_000) }), 413],
  ])("%s", async (_case, who, body, status) => {
    const response = await postBlock("decision", who === null ? null : extensionToken(shop), body);
    expect(response.status).toBe(status);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("with what is wrong", async () => {
    const response = await postBlock("decision", extensionToken(shop), { ...buildQuestion(), room: 9 });
    expect(await response.json()).toEqual({ error: "badRequest", issues: [expect.stringContaining("room:") as string] });
  });
});
