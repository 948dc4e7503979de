import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ShopId } from "../../app/domain/shops/shop-id";
import { defaultPlacementSettings } from "../../app/domain/placements/settings";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { buildContent } from "../support/domain-builders";
import { linkShopify } from "../support/linked-shopify";
import type { LinkedShopify } from "../support/linked-shopify";

setAppEnvironment(await freshDatabase());
const { closeDatabase } = await import("../../app/data/database.server");
const { changePlacements, readPlacements } = await import("../../app/services/placements/settings.server");
const { createOffer, saveOffer } = await import("../../app/services/offers/save-offer.server");
const { moveStatus } = await import("../../app/services/offers/offer-status.server");
const { listSellingPlans } = await import("../../app/data/placements/selling-plans.server");
const { refreshSellingPlans } = await import("../../app/services/placements/selling-plans.server");

const PublishedLive = z.record(z.string(), z.object({ live: z.boolean() }));
let shopify: LinkedShopify;
beforeAll(async () => {
  shopify = await linkShopify();
});
afterAll(closeDatabase);

test("what staff save reaches the extensions through the shop, for this app alone to write", async () => {
  const shop = ShopId.parse(shopify.control.createShop({ handle: "blocks", plan: "plus", install: true }).domain);
  await shopify.visit(shop);
  await shopify.settle();
  const settings = { ...defaultPlacementSettings(), "thank-you": { enabled: false, heading: { de: "Passt dazu" }, words: { decline: { de: "Lieber nicht" } }, products: 2, layout: "grid" as const } };
  await changePlacements(shop, settings, 7, new Date());
  expect(await readPlacements(shop)).toMatchObject({ settings, publishedAt: null, isPlus: true });

  await shopify.settle();
  expect(await readPlacements(shop)).toMatchObject({ publishedAt: expect.any(Date) });
  const metafield = [...(shopify.store.shops.get(shop)?.metafields.values() ?? [])].find(({ key }) => key === "placements");
  expect(metafield).toMatchObject({ namespace: expect.stringMatching(/^app--\d+--encore$/) });
  const published = Object.fromEntries(Object.entries(settings).map(([placement, own]) => [placement, { ...own, live: false }]));
  expect(JSON.parse(metafield?.value ?? "null")).toEqual(published);
});

test("extensions learn where anything is offered as soon as an offer begins or ends", async () => {
  const shop = ShopId.parse(shopify.control.createShop({ handle: "live", install: true }).domain);
  await shopify.visit(shop);
  await shopify.settle();
  const live = () => {
    const metafield = [...(shopify.store.shops.get(shop)?.metafields.values() ?? [])].find(({ key }) => key === "placements");
    const published = PublishedLive.parse(JSON.parse(metafield?.value ?? "{}"));
    return Object.entries(published).filter(([, own]) => own.live).map(([placement]) => placement);
  };
  expect(live()).toEqual([]);
  const id = await createOffer(shop, buildContent({ placements: ["thank-you", "checkout"] }), null, new Date());
  await moveStatus(shop, [id], "activate", new Date());
  await shopify.settle();
  expect(live()).toEqual(["checkout", "thank-you"]);
  await saveOffer(shop, id, 1, buildContent({ placements: ["account"] }), null, new Date());
  await shopify.settle();
  expect(live()).toEqual(["account"]);
  await moveStatus(shop, [id], "pause", new Date());
  await shopify.settle();
  expect(live()).toEqual([]);
});

test("subscriptions are read from the shop once it installs Encore, and anew each day", async () => {
  const opened = shopify.control.createShop({ handle: "subscribing", install: true, products: [{ title: "Tea", variants: [{ price: 500 }] }, { title: "Pot", variants: [{ price: 2_000 }] }] });
  const shop = ShopId.parse(opened.domain);
  const [tea] = opened.products.values();
  const group = shopify.control.createSellingPlanGroup({ shop, name: "Subscribe", plans: ["Every month", "Every week"], productIds: [tea?.id ?? 0] });
  await shopify.visit(shop);
  await shopify.settle();
  expect(await listSellingPlans(shop, [...opened.products.keys()])).toEqual(new Map([[tea?.id, group.plans]]));
  opened.sellingPlanGroups.clear();
  await refreshSellingPlans(shop);
  expect((await listSellingPlans(shop, [...opened.products.keys()])).size).toBe(0);
});
