import { afterAll, describe, expect, test } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { findShop } = await import("../../app/data/shops/shops.server");
const { readSetup } = await import("../../app/services/shops/setup-progress.server");
const { sessionStorage } = await import("../../app/shopify/shops/session-storage.server");
const { adminGraphql } = await import("../../app/shopify/shops/admin-client.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

const allScopes = shopify.app.scopes;
const offline = (shop: string) => sessionStorage.loadSession(`offline_${shop}`);

describe("installing", () => {
  test("the first visit brings a token, the shop's settings, and its catalogue and orders", async () => {
    const opened = shopify.control.createShop({
      handle: "first", name: "First & Sons", currency: "JPY", timezone: "Asia/Tokyo", plan: "advanced", install: true,
      products: [{ title: "Cup", variants: [{ price: 1_200 }] }],
    });
    const [cup] = [...opened.variants.values()];
    shopify.control.placeOrder({ shop: opened.domain, lines: [{ variantId: cup?.id ?? 0, quantity: 2 }] });

    await shopify.visit(opened.domain);
    const shop = await findShop(opened.domain as never);
    expect(shop).toMatchObject({ name: "First & Sons", currency: "JPY", timeZone: "Asia/Tokyo", scopes: allScopes, uninstalledAt: null });

    await shopify.settle();
    const setup = await readSetup(opened.domain as never);
    expect(setup).toMatchObject({ catalogue: { state: "done", share: 1, records: 1 }, orders: { state: "done", records: 1 }, scopesMissing: [] });
    const { rows } = await pool.query("select price_minor from variants where shop = $1", [opened.domain]);
    expect(rows).toEqual([{ price_minor: 1_200 }]);
  });

  test("tokens are not in the database as they are", async () => {
    const { shop } = await openShop(shopify, "sealed");
    const session = await offline(shop);
    expect(session?.accessToken).toMatch(/^shpat_/);
    const { rows } = await pool.query<{ row: string }>("select sessions::text as row from sessions where shop = $1", [shop]);
    expect(rows[0]?.row).toBeDefined();
    for (const token of [session?.accessToken, session?.refreshToken]) expect(rows[0]?.row).not.toContain(token);
  });

  test("a second visit changes nothing", async () => {
    const { shop } = await openShop(shopify, "twice");
    const before = await pool.query("select * from sync_runs where shop = $1 order by id", [shop]);
    const token = (await offline(shop))?.accessToken;
    await shopify.visit(shop);
    await shopify.settle();
    expect((await pool.query("select * from sync_runs where shop = $1 order by id", [shop])).rows).toEqual(before.rows);
    expect((await offline(shop))?.accessToken).toBe(token);
  });
});

describe("leaving and coming back", () => {
  test("an uninstalled shop keeps its data but no token, and its late webhooks are taken", async () => {
    const { shop, mug } = await openShop(shopify, "leaving");
    await pool.query("update sessions set expires_at = now() - interval '1 day' where shop = $1", [shop]);
    shopify.control.updateProduct({ shop, productId: mug.id, title: "Mug, last change" });
    shopify.control.uninstall({ shop });
    await shopify.settle();

    expect(await offline(shop)).toBeUndefined();
    expect((await findShop(shop))?.uninstalledAt).toBeInstanceOf(Date);
    expect((await pool.query("select from products where shop = $1", [shop])).rowCount).toBe(2);
    expect(new Set(shopify.webhooks.deliveries.filter((one) => one.shop === shop).map(({ state }) => state))).toEqual(new Set(["delivered"]));
    await expect(adminGraphql(shop, "{ shop { name } }")).rejects.toMatchObject({ code: "signInNeeded" });
  });

  test("installing again works at once and uses no old token", async () => {
    const { shop, opened } = await openShop(shopify, "returning");
    const old = await offline(shop);
    shopify.control.uninstall({ shop });
    shopify.control.install({ shop });
    // The news of the uninstallation is still on its way when staff open the app again.
    await shopify.visit(shop).catch(() => undefined);
    await shopify.settle();
    await shopify.visit(shop);
    await shopify.settle();

    const session = await offline(shop);
    expect(session?.accessToken).not.toBe(old?.accessToken);
    expect(opened.installation?.accessTokens.has(session?.accessToken ?? "")).toBe(true);
    expect((await findShop(shop))?.uninstalledAt).toBeNull();
    await expect(adminGraphql(shop, "{ shop { name } }")).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("an uninstallation that is told late does not end the installation after it", async () => {
    const { shop } = await openShop(shopify, "late-news");
    const { uninstallShop } = await import("../../app/services/shops/installation.server");
    await uninstallShop(shop, new Date(Date.now() - 60_000));
    expect((await findShop(shop))?.uninstalledAt).toBeNull();
    expect(await offline(shop)).toBeDefined();
  });
});

describe("scopes", () => {
  test("a missing scope fails its import with words for staff, and granting it is enough", async () => {
    const opened = shopify.control.createShop({ handle: "scant", products: [{ title: "Cup", variants: [{ price: 500 }] }] });
    shopify.control.install({ shop: opened.domain, scopes: allScopes.filter((scope) => !scope.includes("orders")) });
    await shopify.visit(opened.domain);
    await shopify.settle();
    const setup = await readSetup(opened.domain as never);
    expect(setup.scopesMissing).toEqual(["read_all_orders", "read_orders"]);
    expect(setup.catalogue.state).toBe("done");
    expect(setup.orders).toMatchObject({ state: "failed", error: expect.stringContaining("read_orders") });

    shopify.control.changeScopes({ shop: opened.domain, scopes: allScopes });
    await shopify.settle();
    expect(await readSetup(opened.domain as never)).toMatchObject({ scopesMissing: [], orders: { state: "done" } });
  });
});
