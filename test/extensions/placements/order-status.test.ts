import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { ReorderReply } from "../../../app/domain/placements/contract";
import type { AppCall, Place } from "./block";
import { openBlock } from "./block";
import { buildBundle } from "./bundles";
import { propertyOf } from "./drawn";
import { products, purchaseSignals, shows } from "./fixtures";

beforeAll(async () => {
  await buildBundle("order-status");
});
afterEach(() => vi.unstubAllGlobals());

const filled: ReorderReply = { checkoutUrl: "https://shop.example/cart/71:2", unavailable: [] };
const app = (reorder: ReorderReply | Response = filled) => ({ path }: AppCall) => {
  if (path.endsWith("/decision")) return Response.json({ show: false });
  if (reorder instanceof Response) return reorder;
  return Response.json(reorder, { status: "refused" in reorder ? 409 : 200 });
};
const open = (place: Partial<Place> = {}) => openBlock({
  extension: "order-status", target: "customer-account.order-status.block.render", app: app(), ...place,
  signals: { ...purchaseSignals, order: { id: "gid://shopify/Order/500", name: "#1001" }, authenticationState: "fully_authenticated", ...place.signals },
});

test("offers what goes with the order, and the same once more", async () => {
  const block = await open({ app: ({ path }) => (path.endsWith("/decision") ? Response.json(shows(products)) : new Response(null, { status: 204 })) });
  expect(block.calls[0]?.body).toMatchObject({ placement: "order-status", orderId: 500, checkoutToken: "checkout-token" });
  expect(block.drawn().text).toContain("Goes well with it");
  expect(block.drawn().named("Order again")).toBeDefined();
});

test("the reorder button stands without an offer and without a call of its own", async () => {
  const block = await open();
  expect(block.drawn().names()).toEqual(["Order again"]);
  expect(block.calls).toHaveLength(1);
});

test("an order that had no checkout is not asked about, and nothing waits for an answer", async () => {
  const block = await open({ signals: { checkoutToken: null } });
  expect(block.drawn().names()).toEqual(["Order again"]);
  expect(block.calls).toEqual([]);
});

test("fills a checkout with the order's lines, each variant once", async () => {
  const [teapot] = purchaseSignals.lines;
  const block = await open({ signals: { lines: [teapot, { ...teapot, id: "gid://shopify/CartLine/9", quantity: 1 }] } });
  await block.click("Order again");
  expect(block.calls.at(-1)).toMatchObject({ path: "/api/account/checkout", body: { items: [{ variantId: 71, quantity: 3 }], locale: "en" } });
  expect(propertyOf(block.drawn().named("Go to checkout"), "href")).toBe("https://shop.example/cart/71:2");
});

test.each<[string, ReorderReply | Response, string]>([
  ["some cannot be had", { ...filled, unavailable: [71] }, "1 product cannot be had right now and was left out."],
  ["none can be had", { refused: "soldOut" }, "None of these products can be had right now."],
  ["there are too many", { refused: "tooMany" }, "That is too much for one checkout."],
  ["the app fails", new Response("no", { status: 503 }), "The connection was lost. Please try again."],
  ["the app knows nobody", Response.json({}, { status: 401 }), "Please log in to order this again."],
])("says so when %s", async (_case, reply, text) => {
  const block = await open({ app: app(reply) });
  await block.click("Order again");
  expect(block.drawn().text).toContain(text);
});

test("who has only the link is asked to log in, and nothing is sent when they do not", async () => {
  const requireLogin = vi.fn(async () => undefined);
  const block = await open({ functions: { requireLogin }, signals: { authenticationState: "pre_authenticated" } });
  await block.click("Order again");
  expect(requireLogin).toHaveBeenCalledTimes(1);
  expect(block.calls).toHaveLength(1);
  expect(block.drawn().text).toContain("Please log in to order this again.");
});

test("the merchant can do without the reorder button", async () => {
  const block = await open({ signals: { settings: { hide_reorder: true } } });
  expect(block.drawn().isEmpty).toBe(true);
});
