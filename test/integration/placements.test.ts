import { afterAll, beforeAll, expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { defaultPlacementSettings } from "../../app/domain/placements/settings";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { linkShopify } from "../support/linked-shopify";
import type { LinkedShopify } from "../support/linked-shopify";

setAppEnvironment(await freshDatabase());
const { closeDatabase } = await import("../../app/data/database.server");
const { changePlacements, readPlacements } = await import("../../app/services/placements/settings.server");

let shopify: LinkedShopify;
beforeAll(async () => {
  shopify = await linkShopify();
});
afterAll(closeDatabase);

test("what staff save reaches the extensions through the shop, for this app alone to write", async () => {
  const shop = ShopId.parse(shopify.control.createShop({ handle: "blocks", plan: "plus", install: true }).domain);
  await shopify.visit(shop);
  await shopify.settle();
  const settings = { ...defaultPlacementSettings(), "thank-you": { enabled: false, heading: { de: "Passt dazu" }, products: 2, layout: "grid" as const } };
  await changePlacements(shop, settings, 7, new Date());
  expect(await readPlacements(shop)).toMatchObject({ settings, publishedAt: null, isPlus: true });

  await shopify.settle();
  expect(await readPlacements(shop)).toMatchObject({ publishedAt: expect.any(Date) });
  const metafield = [...(shopify.store.shops.get(shop)?.metafields.values() ?? [])].find(({ key }) => key === "placements");
  expect(metafield).toMatchObject({ namespace: expect.stringMatching(/^app--\d+--encore$/) });
  expect(JSON.parse(metafield?.value ?? "null")).toEqual(settings);
});
