import { afterAll, beforeAll, expect, test } from "vitest";
import { openAdmin } from "../support/admin-page";
import { setAppEnvironment } from "../support/app-environment";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
const browser = await launchBrowser();
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");

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
