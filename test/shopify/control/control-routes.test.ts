import { expect, test } from "vitest";
import { openSmallShop, variantOf } from "../testing/small-shop";

async function open() {
  const opened = await openSmallShop();
  const call = async (method: string, path: string, body?: unknown) => {
    const init = { method, headers: { "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const reply = await fetch(`${opened.shopify.origin}/_local${path}`, init);
    return { status: reply.status, type: reply.headers.get("content-type"), text: await reply.text() };
  };
  return { ...opened, call };
}

test("places, refunds and accounts for an order", async () => {
  const { call, mug, shop } = await open();
  const placed = await call("POST", "/do/placeOrder", { shop: "small", lines: [{ variantId: variantOf(mug).id, quantity: 2 }] });
  const [order] = shop.orders.values();
  expect(JSON.parse(placed.text)).toMatchObject({ id: order?.id, name: "#1001" });
  await call("POST", "/do/refundOrder", { shop: "small", orderId: order?.id, lines: [{ lineId: order?.lines[0]?.id, quantity: 1 }] });
  expect(order?.refunds).toMatchObject([{ amount: 1_000 }]);
  expect(JSON.parse((await call("GET", "/shops/small/charges")).text)).toMatchObject([{ reason: "purchase", amount: 2_395 }]);
});

test.each([
  ["a shop that is not there", "/do/placeOrder", { shop: "nowhere", lines: [] }, "No such shop"],
  ["a function that is not there", "/do/constructor", {}, "There is no constructor"],
  ["more than there is", "/do/placeOrder", { shop: "small", lines: [{ variantId: 1, quantity: 1 }] }, "no variant 1"],
])("answers %s with 400 and a sentence", async (_name, path, body, sentence) => {
  const { call } = await open();
  const reply = await call("POST", path, body);
  expect(reply.status).toBe(400);
  expect(reply.text).toContain(sentence);
});

test("switches faults on and off by group", async () => {
  const { call, shopify } = await open();
  await call("PATCH", "/faults", { changesets: { error: "payment_required" }, webhooks: { lossShare: 0.5 } });
  expect(shopify.faults).toMatchObject({ changesets: { error: "payment_required", partiallyProcessed: false }, webhooks: { lossShare: 0.5, duplicateShare: 0 } });
  await call("DELETE", "/faults");
  expect(shopify.faults).toMatchObject({ changesets: { error: null }, webhooks: { lossShare: 0 } });
});

test("moves the clock", async () => {
  const { call, shopify } = await open();
  await call("POST", "/clock", { set: "2030-01-01T00:00:00Z", stop: true });
  await call("POST", "/clock", { advanceMs: 60_000 });
  expect(new Date(shopify.clock.now()).toISOString().slice(0, 16)).toBe("2030-01-01T00:01");
});

test("draws a product's picture, with its name as text and never as markup", async () => {
  const { call, shopify, shop, mug } = await open();
  shopify.control.updateProduct({ shop: shop.domain, productId: mug.id, title: "<script>alert(1)</script>" });
  const picture = await call("GET", `/pictures/small/${mug.id}.svg`);
  expect(picture).toMatchObject({ status: 200, type: expect.stringContaining("image/svg+xml") });
  expect(picture.text).not.toContain("<script");
});
