import { expect, test } from "vitest";
import { openSmallShop } from "../testing/small-shop";

async function openWithToken(...args: Parameters<typeof openSmallShop>) {
  const opened = await openSmallShop(...args);
  const reply = await opened.client.exchange(opened.shop);
  return { ...opened, token: reply.json?.access_token };
}

test("answers what the real schema allows and refuses what it does not know", async () => {
  const { client, shop, token } = await openWithToken();
  const good = await client.query(shop, token, "{ shop { name currencyCode } }");
  expect(good.json).toMatchObject({ data: { shop: { name: "Small", currencyCode: "GBP" } }, extensions: { cost: { requestedQueryCost: 1 } } });
  const bad = await client.query(shop, token, "{ shop { favouriteColour } }");
  expect(bad.text).toContain('Cannot query field \\"favouriteColour\\" on type \\"Shop\\"');
});

test("says so when the schema has a field that is not implemented", async () => {
  const { client, shop, token } = await openWithToken();
  const reply = await client.query(shop, token, "{ giftCards(first: 1) { nodes { id } } }");
  expect(reply.text).toContain("local Shopify does not implement QueryRoot.giftCards yet");
});

test("pages through a connection by cursor", async () => {
  const { client, shop, token, tea, spoon } = await openWithToken();
  const query = "query ($after: String) { products(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const reply: { json: unknown } = await client.query(shop, token, query, { after });
    const { nodes, pageInfo } = (reply.json as { data: { products: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } }).data.products;
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.endCursor;
  }
  expect(seen).toHaveLength(3);
  expect(seen.slice(1)).toEqual([`gid://shopify/Product/${tea.id}`, `gid://shopify/Product/${spoon.id}`]);
});

test.each([
  ["no token", () => ""],
  ["a token that nobody gave out", () => "shpat_00000000000000000000000000000000"],
])("answers 401 to %s", async (_name, tokenOf) => {
  const { client, shop } = await openWithToken();
  expect(await client.query(shop, tokenOf(), "{ shop { name } }")).toMatchObject({ status: 401 });
});

test("answers 401 once a token is past its hour, and after an uninstall", async () => {
  const { shopify, client, shop, token } = await openWithToken();
  expect((await client.query(shop, token, "{ shop { name } }")).status).toBe(200);
  shopify.clock.advance(3_601_000);
  expect((await client.query(shop, token, "{ shop { name } }")).status).toBe(401);
  const fresh = (await client.exchange(shop)).json?.access_token;
  shopify.control.uninstall({ shop: shop.domain });
  expect((await client.query(shop, fresh, "{ shop { name } }")).status).toBe(401);
});

test("denies what the scopes do not cover", async () => {
  const { shopify, client, shop, token } = await openWithToken();
  shopify.control.changeScopes({ shop: shop.domain, scopes: ["read_products"] });
  const reply = await client.query(shop, token, "{ products(first: 1) { nodes { id } } orders(first: 1) { nodes { id } } }");
  expect(reply.text).toContain("ACCESS_DENIED");
  expect(reply.text).toContain("read_orders");
});

test("throttles with a 200 when the bucket is empty and restores it with time", async () => {
  const { shopify, client, shop, token } = await openWithToken();
  shopify.clock.stop();
  const expensive = "{ products(first: 250) { nodes { id variants(first: 1) { nodes { id } } } } }";
  const outcomes: boolean[] = [];
  for (let round = 0; round < 4; round += 1) outcomes.push((await client.query(shop, token, expensive)).text.includes("THROTTLED"));
  expect(outcomes[0]).toBe(false);
  shopify.faults.api.throttled = 1;
  const throttled = await client.query(shop, token, "{ shop { name } }");
  expect(throttled.status).toBe(200);
  expect(throttled.json).toMatchObject({ errors: [{ extensions: { code: "THROTTLED" } }], extensions: { cost: { throttleStatus: { restoreRate: 100 } } } });
  expect((await client.query(shop, token, "{ shop { name } }")).json).toHaveProperty("data");
});

test("refuses a query that is too expensive for any bucket", async () => {
  const { client, shop, token } = await openWithToken();
  const reply = await client.query(shop, token, "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }");
  expect(reply.text).toContain("MAX_COST_EXCEEDED");
});
