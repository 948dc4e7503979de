import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { BoughtProduct, BoughtProductsReply, ReorderReply } from "../../../app/domain/placements/contract";
import type { AppCall, Place } from "./block";
import { openBlock } from "./block";
import { buildBundle } from "./bundles";
import { propertyOf } from "./drawn";
import { mug } from "./fixtures";

beforeAll(async () => {
  await buildBundle("buy-again");
});
beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T10:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const teaVariant = { variantId: 21, title: "250 g", imageUrl: null, priceMinor: 500, discountedMinor: 500, maxQuantity: 9 };
const tea: BoughtProduct = {
  productId: 20, title: "Breakfast tea", imageUrl: null, timesBought: 3, lastBoughtAt: "2026-09-20T09:00:00Z", lastPaidMinor: 450, lastQuantity: 2,
  variant: teaVariant,
  due: { from: "2026-11-18", until: "2026-11-30" }, alternative: null, sellingPlans: [{ id: 88, name: "Every two months", url: "https://shop.example/products/tea?variant=21&selling_plan=88" }],
};
const soldOut: BoughtProduct = {
  ...tea, productId: 30, title: "Old mug", variant: { variantId: 31, title: "", imageUrl: null, priceMinor: 900, discountedMinor: 900, maxQuantity: 0 },
  due: null, alternative: mug, sellingPlans: [],
};
const gone: BoughtProduct = { ...tea, productId: 40, title: "Cosy", variant: null, due: null, alternative: null, sellingPlans: [] };

const page = (products: BoughtProduct[], nextCursor: string | null = null): BoughtProductsReply => ({
  products, nextCursor, currency: "GBP", currencyExponent: 2, isOptedOut: false,
});
const filled: ReorderReply = { checkoutUrl: "https://shop.example/cart/21:2", unavailable: [] };

const app = (products: (cursor: unknown) => BoughtProductsReply | Response, checkout: () => ReorderReply = () => filled) => ({ path, body }: AppCall) => {
  if (path.endsWith("/checkout")) return Response.json(checkout());
  if (path.endsWith("/preferences")) return Response.json({ isOptedOut: body.isOptedOut });
  const reply = products(body.cursor);
  return reply instanceof Response ? reply : Response.json(reply);
};
const open = (answer: Place["app"]) => openBlock({ extension: "buy-again", target: "customer-account.page.render", app: answer });
/** The time that a choice rests before a checkout is filled for it. */
const rest = async () => {
  for (let round = 0; round < 30; round++) await vi.advanceTimersByTimeAsync(20);
};

test("lists what was bought with its price then and today, and what is due", async () => {
  const block = await open(app(() => page([tea])));
  expect(block.calls[0]).toMatchObject({ path: "/api/account/products", body: { limit: 20, locale: "en" } });
  for (const part of ["Breakfast tea", "Perhaps time for more", "250 g", "Last bought on Sep 20, 2026", "£4.50 then", "£5.00 today"]) {
    expect(block.drawn().text).toContain(part);
  }
  expect(block.drawn().property("s-number-field", "value")).toBe("2");
});

test("is worded as the shop has it", async () => {
  const block = await open(app(() => ({ ...page([tea]), words: { buyAgain: "Your cupboard", pick: "Once more" } })));
  expect(block.drawn().property("s-page", "heading")).toBe("Your cupboard");
  expect(block.drawn().named("Once more: Breakfast tea")).toBeDefined();
});

test("says when something will be due, by the calendar day", async () => {
  const block = await open(app(() => page([{ ...tea, due: { from: "2026-12-01", until: "2026-12-10" } }])));
  expect(block.drawn().text).toContain("Perhaps due around Dec 1, 2026");
});

test("one click opens a checkout that is filled with what was chosen", async () => {
  const block = await open(app(() => page([tea, { ...tea, productId: 50, title: "Green tea", variant: { ...teaVariant, variantId: 51 } }])));
  await block.turn("Choose Breakfast tea", true);
  await block.turn("Choose Green tea", true);
  await rest();
  const checkouts = block.calls.filter(({ path }) => path === "/api/account/checkout");
  expect(checkouts.at(-1)?.body).toEqual({ items: [{ variantId: 21, quantity: 2 }, { variantId: 51, quantity: 2 }], locale: "en" });
  expect(propertyOf(block.drawn().named("Go to checkout"), "href")).toBe("https://shop.example/cart/21:2");
  expect(block.drawn().text).toContain("2 products chosen");
});

test("a checkout of an earlier choice is not offered for a later one", async () => {
  const block = await open(app(() => page([tea])));
  await block.turn("Choose Breakfast tea", true);
  await rest();
  await block.fill("Quantity", "4");
  expect(propertyOf(block.drawn().all("s-button").find((button) => propertyOf(button, "variant") === "primary"), "href")).toBeUndefined();
  await rest();
  expect(block.calls.at(-1)?.body).toMatchObject({ items: [{ variantId: 21, quantity: 4 }] });
});

test("a subscription leads to the product's page with its rhythm, since a filled checkout cannot hold one", async () => {
  const block = await open(app(() => page([tea])));
  await block.turn("Choose Breakfast tea", true);
  await block.fill("How often", "88");
  const { named } = block.drawn();
  expect(propertyOf(named("Subscribe to Breakfast tea on the product page"), "href")).toBe("https://shop.example/products/tea?variant=21&selling_plan=88");
  expect([named("Choose Breakfast tea"), named("Quantity")]).toEqual([undefined, undefined]);
  await block.fill("How often", "");
  expect(block.drawn().named("Choose Breakfast tea")).toBeDefined();
});

describe("what cannot be had", () => {
  test("is marked, with what takes its place", async () => {
    const block = await open(app(() => page([soldOut])));
    expect(block.drawn().text).toContain("Sold out");
    expect(block.drawn().text).toContain("Instead of Old mug: Spotted mug");
    await block.turn("Choose Spotted mug", true);
    await rest();
    expect(block.calls.at(-1)?.body).toMatchObject({ items: [{ variantId: 1, quantity: 1 }] });
  });

  test("is marked, and cannot be chosen when nothing takes its place", async () => {
    const block = await open(app(() => page([gone])));
    expect(block.drawn().text).toContain("No longer sold");
    expect(block.drawn().all("s-checkbox")).toEqual([]);
  });

  test("is named when it turns out only now", async () => {
    const block = await open(app(() => page([tea]), () => ({ ...filled, unavailable: [21] })));
    await block.turn("Choose Breakfast tea", true);
    await rest();
    expect(block.drawn().text).toContain("1 product cannot be had right now and was left out. Breakfast tea");
  });

  test("leaves a way to try again when there is no checkout", async () => {
    const block = await open(app(() => page([tea]), () => ({ refused: "soldOut" })));
    await block.turn("Choose Breakfast tea", true);
    await rest();
    expect(block.drawn().text).toContain("None of these products can be had right now.");
    expect(block.drawn().named("Try again")).toBeDefined();
  });
});

test("more is shown on demand, and nothing twice", async () => {
  const block = await open(app((cursor) => (cursor === "next" ? page([tea, soldOut]) : page([tea], "next"))));
  await block.click("Show more");
  expect(block.calls.at(-1)?.body).toMatchObject({ cursor: "next" });
  expect(block.drawn().text.split("Breakfast tea")).toHaveLength(2);
  expect(block.drawn().text).toContain("Old mug");
  expect(block.drawn().named("Show more")).toBeUndefined();
});

test("when more cannot be loaded, what is there stays", async () => {
  const block = await open(app((cursor) => (cursor === "next" ? new Response("no", { status: 500 }) : page([tea], "next"))));
  await block.click("Show more");
  expect(block.drawn().text).toContain("Your earlier purchases could not be loaded.");
  expect(block.drawn().text).toContain("Breakfast tea");
  expect(block.drawn().named("Show more")).toBeDefined();
});

test("a page that cannot be loaded says so, and tries again", async () => {
  let isDown = true;
  const block = await open(app(() => (isDown ? new Response("no", { status: 500 }) : page([tea]))));
  expect(block.drawn().text).toContain("Your earlier purchases could not be loaded.");
  isDown = false;
  await block.click("Try again");
  expect(block.drawn().text).toContain("Breakfast tea");
});

test("who has bought nothing yet is told what will be here", async () => {
  const block = await open(app(() => page([])));
  expect(block.drawn().text).toContain("What you buy will be listed here");
});

test("offers can be switched off here too", async () => {
  const block = await open(app(() => page([tea])));
  await block.turn("Don’t show me offers", true);
  expect(block.calls.at(-1)).toMatchObject({ path: "/api/account/preferences", body: { isOptedOut: true } });
  expect(block.drawn().named("Undo")).toBeDefined();
});
