import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { openAdmin } from "../support/admin-page";
import { setAppEnvironment } from "../support/app-environment";
import { axeFaults } from "../support/axe";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { eventually, startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
const browser = await launchBrowser();
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { replaceDues } = await import("../../app/data/reorders/dues.server");

beforeAll(async () => {
  const { rows: [product] } = await pool.query<{ shop: string; id: number }>("select shop, id from products order by id limit 1");
  for (const [order, day] of [[1, 0], [2, 10], [3, 20], [4, 120]]) {
    await pool.query(
      "insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at) values ($1, $2, 'c:1', array[$3::bigint], timestamptz '2026-01-01' + $4 * interval '1 day')",
      [product?.shop, order, product?.id, day],
    );
  }
});
afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await stack.stop();
});

test.each(["desktop", "phone"] as const)("the days between purchases stand as bars and as a table, on a %s", async (device) => {
  const { app, faults, close } = await openAdmin(browser, stack, "/app/recommendations?tab=again", device);
  await app.getByRole("img", { name: "Most often: 8 to 14 days, 67% of repeat purchases." }).waitFor();
  await app.getByRole("button", { name: "Show as table" }).click();
  await app.getByRole("row", { name: "8 to 14 days 2 67%" }).waitFor();
  await app.getByRole("row", { name: "91 to 180 days 1 33%" }).waitFor();
  await close();
  expect(faults).toEqual([]);
});

test("a page that takes its time shows its outline instead of the page that was left", async () => {
  const { page, app, faults, close } = await openAdmin(browser, stack, "/app/recommendations");
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => { answer = resolve; });
  await page.route(/\/app\/recommendations\/\d+\?.*_data=/, async (route) => {
    await held;
    await route.continue();
  });
  await app.locator("[data-primary-link]").first().click();
  await app.getByRole("status", { name: "Page loading" }).waitFor();
  expect(await app.getByPlaceholder("Search products by title").isVisible()).toBe(false);
  answer();
  await app.getByRole("heading", { name: "Goes with it" }).waitFor();
  expect(await app.getByRole("status", { name: "Page loading" }).count()).toBe(0);
  await close();
  expect(faults).toEqual([]);
});

test("an order that Encore was never asked about is found by its number, with its story and the most likely why", async () => {
  const { rows: [order] } = await pool.query<{ name: string }>("select name from orders order by processed_at limit 1");
  const name = order?.name ?? "";
  const { app, faults, close } = await openAdmin(browser, stack, `/app/activity?order=${encodeURIComponent(name)}`);
  await app.getByText(`Encore wasn’t asked about order ${name}`).waitFor();
  await app.getByRole("link", { name: `See everything about order ${name}` }).click();
  await app.getByRole("heading", { name: `Order ${name}`, level: 1 }).waitFor();
  await app.getByText("The order was placed", { exact: true }).waitFor();
  await app.getByText("Most likely: It was placed before Encore was installed.").waitFor();
  expect(await axeFaults(app)).toEqual([]);
  await close();
  expect(faults).toEqual([]);
});

describe("reorders", () => {
  beforeAll(async () => {
    const { rows: [product] } = await pool.query<{ shop: ShopId; id: number }>("select shop, id from products where title = 'Lavender candle'");
    const { rows: [order] } = await pool.query<{ id: number }>("select id from orders order by id limit 1");
    if (!product || !order) throw new Error("The small history has no lavender candle");
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const due = (customerKey: string, from: number) => ({
      customerKey, productId: product.id, dueFrom: day(from), dueOn: day(from + 4), dueUntil: day(from + 10), timesBought: 4, lastOrderId: order.id, lastBoughtAt: day(-20),
    });
    await replaceDues(product.shop, { keys: [] }, [due("c:1", -2), due("c:2", 12), due("g:0123456789abcdef0123456789abcdef", -1)], "Europe/London");
    // The counts are worked out by the worker, soon after the orders came.
    await eventually(120, async () => (await pool.query("select from co_purchase_products limit 1")).rowCount || null);
  });

  test.each(["desktop", "phone"] as const)("who is due stands by week, without a name, on a %s", async (device) => {
    const { page, app, faults, close } = await openAdmin(browser, stack, "/app/reorders", device);
    await app.getByRole("heading", { name: "Reorders by week" }).waitFor();
    expect(await app.getByRole("link", { name: "Customer 1", exact: true }).getAttribute("href")).toBe("shopify://admin/customers/1");
    await app.getByText("Guest", { exact: true }).waitFor();
    expect(await axeFaults(app)).toEqual([]);
    expect(await app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await app.getByLabel("When").selectOption("later");
    await expect.poll(() => app.getByRole("link", { name: "Lavender candle", exact: true }).count()).toBe(1);
    expect(page.url()).toContain("due=later");
    await app.getByRole("tab", { name: "Products" }).click();
    await app.getByText(/Too few customers have come back|It isn’t for sale|Hardly anybody/).first().waitFor();
    expect(await axeFaults(app)).toEqual([]);
    await close();
    expect(faults).toEqual([]);
  });

  test("the list is exported with everything that the filter finds", async () => {
    const { page, app, close } = await openAdmin(browser, stack, "/app/reorders?who=customers");
    const [download] = await Promise.all([page.waitForEvent("download"), app.getByRole("button", { name: "Export" }).click()]);
    const text = await readFile(await download.path(), "utf8");
    expect(text.trimEnd().split("\r\n")).toHaveLength(3);
    expect(text).toMatch(/^\uFEFFCustomer ID,Product ID,Product,/);
    expect(text).not.toContain("g:");
    await close();
  });

  test("the hand-over to segments asks for its permission, writes, and takes everything back when it is switched off", async () => {
    const { page, app, faults, close } = await openAdmin(browser, stack, "/app/reorders?tab=segments");
    await app.getByRole("button", { name: "Turn on" }).click();
    await page.getByRole("dialog", { name: /asks for more access/ }).getByRole("button", { name: "Cancel" }).click();
    await app.getByText("Nothing was turned on").waitFor();
    await app.getByRole("button", { name: "Turn on" }).click();
    await page.getByRole("dialog", { name: /asks for more access/ }).getByRole("button", { name: "Update access" }).click();
    await app.getByText(/^metafields\.app--\d+--encore\.reorder_due <= today$/).waitFor({ timeout: 60_000 });
    await app.getByText(/Last brought up to date/).waitFor({ timeout: 60_000 });
    expect(await axeFaults(app)).toEqual([]);
    await app.getByRole("button", { name: "Turn off" }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
    await app.getByRole("button", { name: "Turn on" }).waitFor();
    await expect.poll(async () => (await pool.query("select from reorders_told")).rowCount, { timeout: 60_000 }).toBe(0);
    await close();
    expect(faults).toEqual([]);
  });
});
