import { expect, test } from "vitest";
import { openSmallShop } from "../testing/small-shop";
import { issueExtensionToken, issueSessionToken } from "../tokens/issue-tokens";

const DAY_MS = 24 * 3600 * 1000;

test("gives an expiring offline token with a refresh token for a session token", async () => {
  const { client, shop } = await openSmallShop();
  expect(await client.exchange(shop)).toMatchObject({
    status: 200,
    json: { expires_in: 3600, refresh_token_expires_in: 90 * 24 * 3600, access_token: expect.stringMatching(/^shpat_/), scope: expect.stringContaining("read_orders") },
  });
});

test("gives an online token with the user it belongs to", async () => {
  const { client, shop } = await openSmallShop();
  const reply = await client.exchange(shop, { requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token" });
  expect(reply.json).toMatchObject({ associated_user: { id: shop.ownerId, account_owner: true } });
});

test.each([
  ["a token past its end", "past"],
  ["an extension's token", "extension"],
  ["a token of another shop", "foreign"],
])("refuses %s", async (_name, kind) => {
  const { shopify, client, shop } = await openSmallShop();
  const other = shopify.control.createShop({ handle: "other", install: true });
  const now = shopify.clock.now();
  const tokens: Record<string, string> = {
    past: issueSessionToken(shopify.app, shop, now - 120_000),
    extension: issueExtensionToken(shopify.app, shop, now, null),
    foreign: issueSessionToken(shopify.app, other, now),
  };
  expect(await client.exchange(shop, { subject_token: tokens[kind] })).toMatchObject({ status: 400, json: { error: "invalid_subject_token" } });
});

test("refuses a shop that has not installed the app, and a wrong secret", async () => {
  const { shopify, client, shop } = await openSmallShop();
  expect((await client.exchange(shop, { client_secret: "guess" })).status).toBe(400);
  shopify.control.uninstall({ shop: shop.domain });
  expect((await client.exchange(shop)).status).toBe(400);
});

test("retires a refresh token once its replacement is used", async () => {
  const { client, shop } = await openSmallShop();
  const first = (await client.exchange(shop)).json?.refresh_token;
  const second = (await client.refresh(shop, first)).json?.refresh_token;
  expect((await client.refresh(shop, second)).status).toBe(200);
  expect(await client.refresh(shop, first)).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
});

test("lets a refresh be repeated when its reply was lost", async () => {
  const { shopify, client, shop } = await openSmallShop();
  const first = (await client.exchange(shop)).json?.refresh_token;
  shopify.faults.api.lostTokenReplies = 1;
  await expect(client.refresh(shop, first)).rejects.toThrow();
  expect((await client.refresh(shop, first)).status).toBe(200);
});

test.each([
  ["works on the 89th day", 89, 200],
  ["ends after 90 days", 90, 400],
])("a refresh token %s", async (_name, days, status) => {
  const { shopify, client, shop } = await openSmallShop();
  const first = (await client.exchange(shop)).json?.refresh_token;
  shopify.clock.advance(days * DAY_MS);
  expect((await client.refresh(shop, first)).status).toBe(status);
});
