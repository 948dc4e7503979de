import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { openSmallShop, variantOf } from "../testing/small-shop";
import { openWebhookTarget } from "../testing/webhook-target";

test("signs the raw body and sends Shopify's headers", async () => {
  const target = await openWebhookTarget();
  const { shopify, shop, mug } = await openSmallShop({ appUrl: target.url });
  await shopify.webhooks.settled();
  target.received.length = 0;
  shopify.control.updateProduct({ shop: shop.domain, productId: mug.id, title: "Big mug" });
  await shopify.webhooks.settled();
  expect(target.received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = target.received;
  expect(headers).toMatchObject({
    "x-shopify-topic": "products/update",
    "x-shopify-shop-domain": "small.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-hmac-sha256": createHmac("sha256", shopify.app.apiSecret).update(body).digest("base64"),
  });
  expect(JSON.parse(body)).toMatchObject({ id: mug.id, title: "Big mug", admin_graphql_api_id: `gid://shopify/Product/${mug.id}` });
});

test("an order carries the checkout's token, its money and the buyer's data", async () => {
  const target = await openWebhookTarget();
  const { shopify, shop, mug } = await openSmallShop({ appUrl: target.url });
  const order = shopify.control.placeOrder({ shop: shop.domain, email: "buyer@example.com", lines: [{ variantId: variantOf(mug).id, quantity: 2 }] });
  await shopify.webhooks.settled();
  const created = target.received.find(({ headers }) => headers["x-shopify-topic"] === "orders/create");
  expect(JSON.parse(created?.body ?? "{}")).toMatchObject({
    id: order.id,
    checkout_token: order.checkoutToken,
    email: "buyer@example.com",
    current_total_price: "23.95",
    line_items: [{ variant_id: variantOf(mug).id, quantity: 2, price: "10.00" }],
  });
});

test("sends a refused delivery again, with the same event id, until it is accepted", async () => {
  const target = await openWebhookTarget((received) => (received.length < 3 ? 500 : 200));
  const { shopify, shop } = await openSmallShop({ appUrl: target.url, retryDelaysMs: [1, 1, 1] });
  await shopify.webhooks.settled();
  target.received.length = 0;
  shopify.control.updateShop({ shop: shop.domain, name: "Renamed" });
  await shopify.webhooks.settled();
  expect(new Set(target.received.map(({ headers }) => headers["x-shopify-event-id"])).size).toBe(1);
  expect(target.received).toHaveLength(3);
});

test("can double, lose and missign deliveries", async () => {
  const target = await openWebhookTarget();
  const { shopify, shop } = await openSmallShop({ appUrl: target.url });
  const rename = async (name: string) => {
    target.received.length = 0;
    shopify.control.updateShop({ shop: shop.domain, name });
    await shopify.webhooks.settled();
    return [...target.received];
  };
  shopify.faults.webhooks.duplicateShare = 1;
  const doubled = await rename("Doubled");
  expect(doubled).toHaveLength(2);
  expect(doubled[0]?.headers["x-shopify-event-id"]).toBe(doubled[1]?.headers["x-shopify-event-id"]);
  Object.assign(shopify.faults.webhooks, { duplicateShare: 0, lossShare: 1 });
  expect(await rename("Lost")).toHaveLength(0);
  Object.assign(shopify.faults.webhooks, { lossShare: 0, wrongHmac: true });
  const [missigned] = await rename("Missigned");
  expect(missigned?.headers["x-shopify-hmac-sha256"]).not.toBe(createHmac("sha256", shopify.app.apiSecret).update(missigned?.body ?? "").digest("base64"));
});

test("tells of an uninstall, and of the privacy topics whether installed or not", async () => {
  const target = await openWebhookTarget();
  const { shopify, shop } = await openSmallShop({ appUrl: target.url });
  await shopify.webhooks.settled();
  target.received.length = 0;
  shopify.control.uninstall({ shop: shop.domain });
  shopify.control.redactShop({ shop: shop.domain });
  shopify.control.updateShop({ shop: shop.domain, name: "Nobody hears of it" });
  await shopify.webhooks.settled();
  expect(target.received.map(({ headers }) => headers["x-shopify-topic"]).sort()).toEqual(["app/uninstalled", "shop/redact"]);
});
