import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCheckout } from "../store/checkouts";
import { AdjustableClock } from "../store/clock";
import { addRedeemCodes, createCodeDiscount } from "../store/discounts/commands";
import type { NewCodeDiscount } from "../store/discounts/commands";
import type { CheckoutLine, Shop } from "../store/model";
import { completeCheckout } from "../store/orders";
import { priceCheckout } from "../store/pricing";
import { createProduct } from "../store/products";
import { createShop } from "../store/shops";
import { startPages } from "../pages/testing/pages-server";
import type { PagesServer } from "../pages/testing/pages-server";

let pages: PagesServer;
let shop: Shop;
let mug: number;
let tea: number;
let made = 0;

beforeAll(async () => {
  pages = await startPages();
  const { store } = pages.services;
  shop = createShop(store, { handle: "coded", shipping: { domestic: 500, abroad: 900 } });
  const variant = (title: string, price: number) => createProduct(store, { shop: shop.domain, product: { title, variants: [{ price, tracked: false }] } }).variants[0]?.id ?? 0;
  [mug, tea] = [variant("Mug", 1_000), variant("Tea", 400)];
});
afterAll(() => pages.close());

/** A discount with a code of its own: 10 % off everything, once, unless told otherwise. */
function discount(over: Partial<NewCodeDiscount> = {}): string {
  const code = `CODE-${++made}`;
  createCodeDiscount(pages.services.store, {
    shop: shop.domain,
    discount: {
      code, title: code, startsAt: 0, endsAt: null, value: { kind: "percentage", percent: 10 }, variantIds: null, productIds: [], minimumQuantity: null, minimumSubtotal: null,
      usageLimit: 1, oncePerCustomer: false, combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true }, ...over,
    },
  });
  return code;
}

const one = (variantId: number, quantity = 1): CheckoutLine => ({ variantId, quantity });
const open = (lines: CheckoutLine[], discountCode: string, email = "a@example.com") => createCheckout(pages.services.store, { shop: shop.domain, lines, discountCode, email });
const off = (lines: CheckoutLine[], code: string) => priceCheckout(shop, open(lines, code)).discounts;
const pay = (lines: CheckoutLine[], code: string, email?: string) => completeCheckout(pages.services.store, { shop: shop.domain, token: open(lines, code, email).token });
const post = (token: string, form: Record<string, string>) => fetch(`${pages.origin}/checkout/${token}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });

describe("a code takes off", () => {
  test.each<[string, Partial<NewCodeDiscount>, () => CheckoutLine[], number]>([
    ["a share of everything", {}, () => [one(mug), one(tea)], 140],
    ["an amount, once", { value: { kind: "fixed", amount: 300, eachItem: false } }, () => [one(mug, 2)], 300],
    ["an amount off each item", { value: { kind: "fixed", amount: 300, eachItem: true } }, () => [one(mug, 2)], 300],
    ["never more than things cost", { value: { kind: "fixed", amount: 9_000, eachItem: false } }, () => [one(tea)], 400],
    ["nothing before it starts", { startsAt: Date.now() + 3_600_000 }, () => [one(mug)], 0],
    ["nothing once it is over", { endsAt: Date.now() - 1 }, () => [one(mug)], 0],
    ["nothing below its least subtotal", { minimumSubtotal: 1_001 }, () => [one(mug)], 0],
    ["something at its least subtotal", { minimumSubtotal: 1_000 }, () => [one(mug)], 100],
    ["nothing below its least quantity", { minimumQuantity: 2 }, () => [one(mug)], 0],
  ])("%s", (_name, over, lines, expected) => {
    expect(off(lines(), discount(over))).toBe(expected);
  });

  test("only what it is for", () => {
    const code = discount({ variantIds: [mug], value: { kind: "fixed", amount: 250, eachItem: true } });
    expect(off([one(tea, 3)], code)).toBe(0);
    expect(priceCheckout(shop, open([one(tea), one(mug, 2)], code)).lines.map(({ discounts }) => discounts[0]?.amount)).toEqual([undefined, 500]);
  });

  test("the delivery", () => {
    const price = priceCheckout(shop, open([one(mug)], discount({ value: { kind: "freeShipping" } })));
    expect(price).toMatchObject({ shipping: 0, discounts: 0, total: 1_000 });
  });

  test("two codes of products in one checkout, each on its own line", () => {
    const codes = [discount({ variantIds: [mug] }), discount({ variantIds: [tea] })];
    expect(off([one(mug), one(tea)], codes.join(","))).toBe(140);
  });
});

describe("a code is used", () => {
  test("once, though it stands in two checkouts", () => {
    const code = discount();
    const [first, second] = [open([one(mug)], code), open([one(mug)], code, "b@example.com")];
    expect(priceCheckout(shop, second).discounts).toBe(100);
    expect(completeCheckout(pages.services.store, { shop: shop.domain, token: first.token }).discountCodes).toHaveLength(1);
    expect(completeCheckout(pages.services.store, { shop: shop.domain, token: second.token }).discountCodes).toEqual([]);
  });

  test("once a customer, where it says so", () => {
    const code = discount({ usageLimit: null, oncePerCustomer: true });
    expect(pay([one(mug)], code, "c@example.com").discountCodes).toHaveLength(1);
    expect(pay([one(mug)], code, "C@example.com").discountCodes).toEqual([]);
    expect(pay([one(mug)], code, "d@example.com").discountCodes).toHaveLength(1);
  });

  test("each of a discount's codes by itself", () => {
    const first = discount();
    const discountId = shop.discounts.byCode.get(first.toLowerCase()) ?? 0;
    const { codes } = addRedeemCodes(pages.services.store, { shop: shop.domain, discountId, codes: [`${first}-B`, first.toLowerCase()] });
    expect(codes.map(({ error }) => error?.code ?? "made")).toEqual(["made", "TAKEN"]);
    expect(pay([one(mug)], first).discountCodes).toHaveLength(1);
    expect(pay([one(mug)], `${first}-b`).discountCodes).toMatchObject([{ code: `${first}-B` }]);
    expect(pay([one(mug)], first).discountCodes).toEqual([]);
  });
});

test("who guesses is answered no more long before the twentieth try, the right code included", async () => {
  const right = discount();
  const answers: number[] = [];
  for (let attempt = 0; attempt < 20; attempt++) answers.push((await post(open([one(mug)], "").token, { intent: "update", discount: `GUESS-${attempt}` })).status);
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 303));
  expect(answers.slice(10)).toEqual(Array.from({ length: 10 }, () => 429));

  const { token } = open([one(mug)], "");
  const refused = await post(token, { intent: "update", discount: right });
  expect(refused.status).toBe(429);
  expect(await refused.text()).toContain("Too many attempts");
  expect(shop.checkouts.get(token)?.discountCode).toBeFalsy();
  const link = await fetch(`${pages.origin}/shop/${shop.handle}/cart/${mug}:1?discount=${right}`, { redirect: "manual" });
  expect(shop.checkouts.get(link.headers.get("location")?.split("/").at(-1) ?? "")?.discountCode).toBeFalsy();

  const clock = pages.services.store.clock;
  if (clock instanceof AdjustableClock) clock.advance(11 * 60 * 1000);
  expect((await post(token, { intent: "update", discount: right })).status).toBe(303);
  expect(priceCheckout(shop, shop.checkouts.get(token) ?? open([], "")).discounts).toBe(100);
});

test("a link fills a checkout with items, their properties, attributes and a code", async () => {
  const code = discount();
  const properties = Buffer.from(JSON.stringify({ _encore: "signed" })).toString("base64url");
  const reply = await fetch(`${pages.origin}/shop/${shop.handle}/cart/${mug}:2,${tea}:1?properties=${properties}&attributes[_encore]=more&discount=${code}&locale=de`, { redirect: "manual" });
  const checkout = shop.checkouts.get(reply.headers.get("location")?.split("/").at(-1) ?? "");
  expect(checkout).toMatchObject({
    lines: [{ variantId: mug, quantity: 2, properties: [{ key: "_encore", value: "signed" }] }, { variantId: tea, quantity: 1 }],
    customAttributes: [{ key: "_encore", value: "more" }], discountCode: code, locale: "de",
  });
  const page = await (await fetch(`${pages.origin}/checkout/${checkout?.token ?? ""}`)).text();
  expect(page).toContain(`(${code})`);
});
