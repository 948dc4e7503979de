import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLocalShopify } from "../../create-local-shopify";
import type { LocalShopify } from "../../create-local-shopify";
import type { FlowDefinition } from "../../flow/flow-definitions";
import { payloadFaults } from "../../flow/flow-definitions";
import { runFlowAction } from "../../flow/run-action";
import { executeDocument, checkDocument } from "../../graphql/execute";
import type { Order, Shop } from "../../store/model";
import { startPages } from "../testing/pages-server";
import type { PagesServer } from "../testing/pages-server";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createProduct } from "../../store/products";
import { createShop } from "../../store/shops";
import { createCheckout } from "../../store/checkouts";
import { completeCheckout } from "../../store/orders";

let pages: PagesServer;
let shop: Shop;
let order: Order;

beforeAll(async () => {
  pages = await startPages();
  const { store } = pages.services;
  shop = createShop(store, { handle: "documents" });
  const variantId = createProduct(store, { shop: shop.domain, product: { title: "Vase", variants: [{ price: 1000 }] } }).variants[0]?.id ?? 0;
  const { token } = createCheckout(store, { shop: shop.domain, lines: [{ variantId, quantity: 2 }], email: "buyer@example.com" });
  order = completeCheckout(store, { shop: shop.domain, token });
});
afterAll(() => pages.close());

const paste = (kind: string, liquid: string) =>
  fetch(`${pages.origin}/admin/store/documents/notifications/${kind}`, { method: "POST", body: new URLSearchParams({ liquid }), redirect: "manual" });
const preview = async (kind: string) => {
  const response = await fetch(`${pages.origin}/admin/store/documents/orders/${order.id}/notifications/${kind}`);
  return { status: response.status, text: await response.text() };
};

test.each([
  ["orderConfirmation", "the order's fields by themselves and the shop's address", () => `${pages.origin}/shop/documents/apps/encore/l/`],
  ["packingSlip", "the order, and no address of the shop", () => `${pages.origin}/shop/documents/apps/encore/l/`],
])("a snippet in the %s knows %s", async (kind, _what, address) => {
  await paste(kind, "{% assign known = order.id | default: id %}<a href=\"{{ shop.url | default: 'https://documents.myshopify.com' }}/apps/encore/l/{{ known }}-{{ known | prepend: 'e' | hmac_sha256: 'k' | slice: 0, 8 }}\">x</a>");
  const signed = createHmac("sha256", "k").update(`e${order.id}`).digest("hex").slice(0, 8);
  expect((await preview(kind)).text).toContain(`href="${address()}${order.id}-${signed}"`);
});

test("the link in the e-mail opens the order without a login", async () => {
  const [, link = ""] = /href="([^"]*\/account\/documents\/orders\/[^"]*)"/.exec((await preview("orderConfirmation")).text) ?? [];
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link.replace(/key=.*/, "key=guessed"), { redirect: "manual" })).status).toBe(303);
});

test("Liquid that is not Shopify's is said to be so", async () => {
  await paste("packingSlip", "{{ order.name | sparkle }}");
  expect(await preview("packingSlip")).toEqual({ status: 422, text: expect.stringContaining("sparkle") });
});

const trigger: FlowDefinition = {
  handle: "t", name: "T", description: "", runtimeUrl: "/run",
  fields: [{ key: "customer_id", label: "", type: "customer_reference", required: false }, { key: "Amount", label: "", type: "number_decimal", required: false }],
};
test.each([
  [{ customer_id: 1, Amount: 1.5 }, []],
  [{ customer_id: 1 }, ['t lacks "Amount"']],
  [{ customer_id: "gid", Amount: 1 }, ['"customer_id" is no customer_reference']],
  [{ customer_id: 1, Amount: "1" }, ['"Amount" is no number_decimal']],
  [{ customer_id: 1, Amount: 1, Extra: 1 }, ['t has no field "Extra"']],
])("Flow says of the payload %j: %j", (payload, faults) => {
  expect(payloadFaults(trigger, payload)).toEqual(faults);
});

test("a trigger that the app sends is kept, and one that no extension declares is refused", async () => {
  const shopify: LocalShopify = await createLocalShopify({ pages: false });
  const flowing = shopify.control.createShop({ handle: "flowing", install: true });
  const checked = checkDocument("mutation Send($handle: String!, $payload: JSON!) { flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } } }");
  if ("errors" in checked) throw new Error("The mutation is not valid");
  const send = async (handle: string, payload: object) => {
    const context = { store: shopify.store, shop: flowing, app: shopify.app, scopes: new Set(shopify.app.scopes), mayBill: true, bulk: shopify.bulk, cost: { actual: 0 } };
    return JSON.parse(JSON.stringify(await executeDocument(checked.document, { handle, payload }, null, context))) as unknown;
  };
  expect(await send("encore-valued-customer", { customer_id: 7, Orders: 12, Spent: 340.5, Currency: "GBP" })).toEqual({ data: { flowTriggerReceive: { userErrors: [] } } });
  expect(await send("unknown", {})).toMatchObject({ data: { flowTriggerReceive: { userErrors: [{ field: ["handle"] }] } } });
  expect(shopify.control.flowEvents({ shop: "flowing" })).toEqual([expect.objectContaining({ handle: "encore-valued-customer", payload: expect.objectContaining({ customer_id: 7 }) })]);
  await shopify.close();
});

test("an action is asked for with a signature over the raw body, and the same run id is the same run", async () => {
  const received: { signature: string; body: string }[] = [];
  const app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ signature: String(request.headers["x-shopify-hmac-sha256"]), body: Buffer.concat(chunks).toString() });
      response.end('{"return_value":{}}');
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const identity = { ...pages.services.app, url: `http://127.0.0.1:${(app.address() as AddressInfo).port}` };
  const run = await runFlowAction(identity, shop, trigger, { customer_id: 7 }, "run-1");
  app.close();
  expect(run).toEqual({ runId: "run-1", status: 200, answer: '{"return_value":{}}' });
  expect(received[0]?.signature).toBe(createHmac("sha256", identity.apiSecret).update(received[0]?.body ?? "").digest("base64"));
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ action_run_id: "run-1", shopify_domain: shop.domain, properties: { customer_id: 7 } });
});
