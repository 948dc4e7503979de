import { parse } from "graphql";
import { expect, test } from "vitest";
import type { LocalShopify } from "../create-local-shopify";
import type { Shop } from "../store/model";
import { openSmallShop, variantOf } from "../testing/small-shop";
import { checkBulkQuery } from "./check-bulk-query";

const ORDERS = "{ orders { edges { node { id name lineItems { edges { node { id quantity product { id } } } } } } } }";

async function runBulk(opened: Awaited<ReturnType<typeof openSmallShop>>, query: string, groupObjects = false) {
  const { client, shop, shopify } = opened;
  const token = (await client.exchange(shop)).json?.access_token;
  const mutation = "mutation ($query: String!, $group: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $group) { bulkOperation { id } userErrors { message code } } }";
  const started = await client.query(shop, token, mutation, { query, group: groupObjects });
  const operation = await finished(shopify, shop);
  return { started, operation, lines: async () => (await client.send("GET", operation?.url ?? "", undefined)).text.trimEnd().split("\n") };
}

async function finished(shopify: LocalShopify, shop: Shop) {
  for (;;) {
    const operation = shopify.bulk.current(shop, "QUERY");
    if (!operation || operation.completedAt !== null) return operation;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function openWithOrders() {
  const opened = await openSmallShop();
  for (const quantity of [1, 2]) {
    opened.shopify.control.placeOrder({ shop: "small", lines: [{ variantId: variantOf(opened.mug).id, quantity }, { variantId: variantOf(opened.spoon).id, quantity }] });
  }
  return opened;
}

test("writes every object as a line that names its parent", async () => {
  const { operation, lines } = await runBulk(await openWithOrders(), ORDERS, true);
  expect(operation).toMatchObject({ status: "COMPLETED", objectCount: 6, rootObjectCount: 2 });
  const objects = (await lines()).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(objects.map(({ id }) => String(id).split("/")[3])).toEqual(["Order", "LineItem", "LineItem", "Order", "LineItem", "LineItem"]);
  expect(objects[1]).toEqual({ id: expect.any(String), quantity: 1, product: { id: expect.any(String) }, __parentId: objects[0]?.id });
});

test("leaves children anywhere after their parent when grouping is not asked for", async () => {
  const { lines } = await runBulk(await openWithOrders(), ORDERS);
  const types = (await lines()).map((line) => (JSON.parse(line) as { id: string }).id.split("/")[3]);
  expect(types).toEqual(["Order", "Order", "LineItem", "LineItem", "LineItem", "LineItem"]);
});

test.each([
  ["no connection", "{ shop { name } }", "at least one connection"],
  ["a top-level node", '{ node(id: "gid://shopify/Order/1") { id } }', "top level `node`"],
  ["three levels of nesting", "{ products { edges { node { id variants { edges { node { id product { id collections { edges { node { id products { edges { node { id } } } } } } } } } } } } } }", "nesting depth"],
  ["a connection in a list", "{ orders { edges { node { id refunds { id refundLineItems { edges { node { quantity } } } } } } } }", "within a list field"],
  ["a parent without its id", "{ orders { edges { node { name lineItems { edges { node { id } } } } } } }", "must select the 'id' field"],
])("refuses %s", (_name, query, reason) => {
  expect(checkBulkQuery(parse(query))).toMatchObject({ reason: expect.stringContaining(reason) });
});

test("runs five queries at once and refuses the sixth", async () => {
  const { shopify, client, shop } = await openSmallShop();
  shopify.faults.bulk.runningMs = 300;
  const token = (await client.exchange(shop)).json?.access_token;
  const start = () => client.query(shop, token, 'mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") { bulkOperation { id } userErrors { code } } }');
  for (let count = 0; count < 5; count += 1) expect((await start()).text).toContain("gid://shopify/BulkOperation/");
  expect((await start()).text).toContain("LIMIT_REACHED");
});

test("fails with ACCESS_DENIED without the scope", async () => {
  const opened = await openWithOrders();
  opened.shopify.control.changeScopes({ shop: "small", scopes: ["read_products"] });
  expect((await runBulk(opened, ORDERS)).operation).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED" });
});

test("goes wrong on request: partial data, a line cut short, an address past its end", async () => {
  const opened = await openWithOrders();
  Object.assign(opened.shopify.faults.bulk, { fail: true, partialDataUrl: true });
  const partial = (await runBulk(opened, ORDERS)).operation;
  expect(partial).toMatchObject({ status: "FAILED", url: null, partialDataUrl: expect.stringContaining("storage.googleapis.com") });
  Object.assign(opened.shopify.faults.bulk, { fail: false, truncate: true });
  const cut = await runBulk(opened, ORDERS);
  const lines = await cut.lines();
  expect(() => JSON.parse(lines.at(-1) ?? "") as unknown).toThrow();
  opened.shopify.faults.bulk.expiredUrl = true;
  expect((await opened.client.send("GET", cut.operation?.url ?? "", undefined)).status).toBe(400);
});
