import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { daysAfter } from "../../app/domain/courtesy/days";
import type { OfferClaim } from "../../app/domain/discounts/offer-claim";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { buildStep } from "../setup/build/stamp";
import { extensionBundles } from "../setup/build/steps";
import type { AutomaticAppDiscount } from "../shopify/store/discounts/model";
import type { CheckoutLine, Product, Shop } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { discountCodeFor } = await import("../../app/services/discounts/discount-code.server");
const { readDiscountStatus, setDiscountMethod } = await import("../../app/services/discounts/discount-method.server");
const { ensureDiscount, publishRedeemed } = await import("../../app/services/discounts/ensure-discount.server");
const { removeEndedDiscounts } = await import("../../app/services/discounts/remove-ended.server");
const { offerAttribute, readOfferAttribute } = await import("../../app/services/discounts/offer-attribute.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const bundles = extensionBundles("http://localhost:4101");
await buildStep(bundles);
const shopify = await linkShopify({ extensionsDirectory: bundles.folder });
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let mug: Product;
let tea: Product;
beforeAll(async () => {
  ({ shop, opened, mug, tea } = await openShop(shopify, "discounting", {
    products: [{ title: "Mug", variants: [{ price: 1_250, tracked: false }] }, { title: "Tea", variants: [{ price: 500, tracked: false }] }],
  }));
});

const standing = () => [...opened.discounts.nodes.values()].filter((node): node is AutomaticAppDiscount => node.kind === "automaticApp");
const variantOf = (product: Product) => product.variants[0]?.id ?? 0;
const claimOf = (over: Partial<OfferClaim> = {}): OfferClaim => ({
  claimId: randomUUID(), variantId: variantOf(mug), quantity: 1, saving: { kind: "percentage", percent: 20 }, expiresAt: new Date(Date.now() + 3_600_000), ...over,
});
const lineOf = async (claim: OfferClaim, quantity = claim.quantity): Promise<CheckoutLine> => ({ variantId: claim.variantId, quantity, properties: [await offerAttribute(shop, claim)] });
const buy = (lines: CheckoutLine[], more: { discountCode?: string; customAttributes?: { key: string; value: string }[] } = {}) => shopify.control.placeOrder({ shop, lines, ...more });

describe("the discount at Shopify", () => {
  test("stands once the app is installed, with the shop's key where no storefront reads it", async () => {
    expect(await readDiscountStatus(shop)).toMatchObject({ method: "function", isInForce: true, problem: null });
    expect(standing()).toHaveLength(1);
    expect([...opened.metafields.values()].filter(({ key }) => key === "offer-discount")).toMatchObject([{ namespace: expect.stringMatching(/^app--/), value: expect.stringMatching(/"keys":\["[0-9a-f]{64}"\]/) }]);
  });

  test("is made once, however often it is looked after", async () => {
    await Promise.all([1, 2, 3].map(() => ensureDiscount(shop, new Date())));
    expect(standing()).toHaveLength(1);
  });

  test("is found again when the database forgot it", async () => {
    await pool.query("delete from shop_discounts where shop = $1", [shop]);
    await ensureDiscount(shop, new Date());
    expect(standing()).toHaveLength(1);
    expect((await readDiscountStatus(shop)).isInForce).toBe(true);
  });

  test("is put back as it was, and made anew when staff deleted it", async () => {
    const [first] = standing();
    Object.assign(first ?? {}, { combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false }, endsAt: shopify.clock.now() - 1 });
    for (const metafield of opened.metafields.values()) if (metafield.key === "offer-discount") metafield.value = "{}";
    await ensureDiscount(shop, new Date());
    expect(buy([await lineOf(claimOf())]).lines[0]?.discounts).toMatchObject([{ kind: "automatic", amount: 250 }]);
    opened.discounts.nodes.clear();
    await ensureDiscount(shop, new Date());
    expect(buy([await lineOf(claimOf())]).lines[0]?.discounts).toHaveLength(1);
  });

  test("without the scope staff are told, nothing fails, and it stands again once the scope is back", async () => {
    const scopes = [...(opened.installation?.scopes ?? [])];
    shopify.control.changeScopes({ shop, scopes: scopes.filter((scope) => !scope.includes("discounts")) });
    await ensureDiscount(shop, new Date());
    expect(await readDiscountStatus(shop)).toMatchObject({ isInForce: false, problem: "accessDenied" });
    await setDiscountMethod(shop, "codes");
    expect(await discountCodeFor(shop, claimOf())).toBeNull();
    await setDiscountMethod(shop, "function");
    shopify.control.changeScopes({ shop, scopes });
    await shopify.settle();
    expect(await readDiscountStatus(shop)).toMatchObject({ isInForce: true, problem: null });
  });
});

describe("an offer's line", () => {
  test("gets its discount in the checkout, in the order and in what webhooks say of it", async () => {
    const claim = claimOf({ quantity: 2 });
    const order = buy([await lineOf(claim, 3), { variantId: variantOf(tea), quantity: 1 }]);
    expect(order.lines.map(({ discounts }) => discounts)).toMatchObject([[{ kind: "automatic", title: "Your offer", valueType: "percentage", value: 20, amount: 500 }], []]);
    expect(order.transactions[0]?.amount).toBe(3 * 1_250 - 500 + 500 + (order.shippingLines[0]?.price ?? 0));
    const { orderPayload } = await import("../shopify/webhooks/payloads/order-payload");
    expect(orderPayload(opened, order)).toMatchObject({
      discount_applications: [{ type: "automatic", title: "Your offer", value: "20.0", value_type: "percentage", allocation_method: "each", target_type: "line_item" }],
      line_items: [{ discount_allocations: [{ amount: "5.00", discount_application_index: 0 }], properties: [{ name: "_encore" }] }, { discount_allocations: [] }],
      total_discounts: "5.00",
    });
  });

  test("keeps its discount beside a code for the whole order", async () => {
    shopify.control.updateShop({ shop, discountCodes: [{ code: "TEN", valueType: "percentage", value: 10 }] });
    const order = buy([await lineOf(claimOf())], { discountCode: "ten" });
    expect(order.lines[0]?.discounts.map(({ kind, amount }) => [kind, amount])).toEqual([["automatic", 250], ["code", 100]]);
  });

  test("by the cart's attribute it holds for several", async () => {
    const [one, two] = [claimOf(), claimOf({ variantId: variantOf(tea) })];
    const values = await Promise.all([one, two].map(async (claim) => (await offerAttribute(shop, claim)).value));
    const order = buy([{ variantId: one.variantId, quantity: 1 }, { variantId: two.variantId, quantity: 1 }], { customAttributes: [{ key: "_encore", value: values.join(",") }] });
    expect(order.lines.map(({ discounts }) => discounts[0]?.amount)).toEqual([250, 100]);
    expect(readOfferAttribute(shop, values.join(",")).map(({ claimId }) => claimId)).toEqual([one.claimId, two.claimId]);
  });

  test("is refused once an order holds its claim and the Function was told", async () => {
    const claim = claimOf();
    const decisionId = randomUUID();
    await pool.query(
      `insert into decisions (shop, id, placement, reference_id, step, outcome, facts, reasons, currency, decided_at, expires_at)
       values ($1, $2, 'thank-you', $3, 1, 'offered', '{}', '{}', 'GBP', now(), now() + interval '1 day')`,
      [shop, decisionId, randomUUID()],
    );
    await pool.query(
      `insert into offer_claims (shop, id, decision_id, variant_id, quantity, unit_before_minor, unit_minor, currency, claimed_at, expires_at, order_id)
       values ($1, $2, $3, $4, 1, 1250, 1000, 'GBP', now(), $5, 1)`,
      [shop, claim.claimId, decisionId, claim.variantId, claim.expiresAt],
    );
    expect(buy([await lineOf(claim)]).lines[0]?.discounts).toHaveLength(1);
    await publishRedeemed(shop, new Date());
    expect(buy([await lineOf(claim)]).lines[0]?.discounts).toEqual([]);
    expect(buy([await lineOf(claimOf())]).lines[0]?.discounts).toHaveLength(1);
  });

  test("another shop's signature is nothing here", async () => {
    const value = (await offerAttribute("elsewhere.myshopify.com" as ShopId, claimOf())).value;
    expect(buy([{ variantId: variantOf(mug), quantity: 1, properties: [{ key: "_encore", value }] }]).lines[0]?.discounts).toEqual([]);
    expect(readOfferAttribute(shop, value)).toEqual([]);
  });

  test.each([0, -1, 1.5, 101])("a quantity of %d cannot be signed", async (quantity) => {
    await expect(offerAttribute(shop, claimOf({ quantity }))).rejects.toThrow(RangeError);
  });
});

describe("where the merchant prefers codes", () => {
  beforeAll(() => setDiscountMethod(shop, "codes"));

  test("a claim has one code, for its variant and units, once", async () => {
    const claim = claimOf({ quantity: 2 });
    const code = (await discountCodeFor(shop, claim)) ?? "";
    expect(code).not.toBe("");
    expect(await discountCodeFor(shop, claim)).toBe(code);
    const off = (lines: CheckoutLine[]) => buy(lines, { discountCode: code }).lines.flatMap(({ discounts }) => discounts).reduce((sum, { amount }) => sum + amount, 0);
    const of = (product: Product, quantity: number) => ({ variantId: variantOf(product), quantity });
    expect(off([of(mug, 1)])).toBe(0);
    expect(off([of(tea, 2)])).toBe(0);
    expect(off([of(mug, 2), of(tea, 1)])).toBe(500);
    expect(off([of(mug, 2)])).toBe(0);
  });

  test("what is over is deleted at Shopify two days later, once", async () => {
    const now = new Date();
    const code = (await discountCodeFor(shop, claimOf(), now)) ?? "";
    const decisionId = randomUUID();
    await pool.query(
      `insert into decisions (shop, id, placement, step, reference_id, outcome, facts, reasons, currency, decided_at, expires_at) select $1, $2::uuid, 'thank-you', 1, $2::text, 'nothing', '{}', '{}', 'GBP', $3::timestamptz, $3::timestamptz`,
      [shop, decisionId, now]);
    await pool.query(
      `insert into offer_claims (shop, id, decision_id, variant_id, quantity, unit_before_minor, unit_minor, currency, claimed_at, expires_at, discount_code) values ($1, $2::uuid, $2::uuid, $3, 1, 1250, 1000, 'GBP', $4, $4, $5)`,
      [shop, decisionId, variantOf(mug), now, code]);
    const isThere = () => opened.discounts.byCode.has(code.toLowerCase());
    await removeEndedDiscounts(shop, daysAfter(now, 1));
    expect(isThere()).toBe(true);
    await removeEndedDiscounts(shop, daysAfter(now, 3));
    expect(isThere()).toBe(false);
    const { rows } = await pool.query<{ removed: boolean }>("select code_removed_at is not null as removed from offer_claims where shop = $1 and id = $2", [shop, decisionId]);
    expect(rows).toEqual([{ removed: true }]);
  });

  test("more units than were claimed gain nothing", async () => {
    const claim = claimOf();
    const code = (await discountCodeFor(shop, claim)) ?? "";
    const order = buy([{ variantId: claim.variantId, quantity: 2 }], { discountCode: code });
    expect(order.lines[0]?.discounts).toMatchObject([{ kind: "code", amount: 250 }]);
  });

  test("without a price, a saving or time left there is none", async () => {
    expect(await discountCodeFor(shop, claimOf({ variantId: 1 }))).toBeNull();
    expect(await discountCodeFor(shop, claimOf({ saving: { kind: "percentage", percent: 0 } }))).toBeNull();
    expect(await discountCodeFor(shop, claimOf({ expiresAt: new Date(Date.now() - 1_000) }))).toBeNull();
  });
});
