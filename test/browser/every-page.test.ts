import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { prepareAdminShops } from "../support/admin-shops";
import { adminViews } from "../support/admin-views";
import { axeFaults } from "../support/axe";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";
import { root } from "../setup/paths";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
const shops = await prepareAdminShops(browser, stack, { products: 300, offers: 120, orders: 1_000 });
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

/** The desk's 1280 pixels at 200 % zoom, and at 400 % or on the narrowest phone. */
const narrower = [{ width: 640, height: 450 }, { width: 320, height: 640 }];
/** Of a table with 50 rows not every link needs to be gone through. */
const mostStops = 120;

test.each(adminViews.map((view) => [`${view.shop} shop, ${view.name}`, view] as const))(
  "%s: nothing keeps people out, nothing is beyond the edge at 200 % zoom and 320 pixels, and the keyboard reaches all",
  async (_, view) => {
    const { page, app, faults, close } = await shops.open(view);
    onTestFinished(close);
    expect(await axeFaults(app), "at 1280 pixels").toEqual([]);
    if (!view.act) expect(await unreachable(page, app), "by Tab").toEqual([]);
    for (const size of narrower) {
      await page.setViewportSize(size);
      await expect.poll(() => beyondTheEdge(app), { message: `at ${String(size.width)} pixels`, timeout: 15_000 }).toEqual([]);
    }
    expect(await axeFaults(app), "at 320 pixels").toEqual([]);
    expect(faults).toEqual([]);
  },
);

test("no page of the admin is left out", () => {
  const folder = path.join(root, "app/routes");
  const pages = readdirSync(folder).filter((file) => /^app\..+\.tsx$/.test(file) && readFileSync(path.join(folder, file), "utf8").includes("export default"));
  expect(pages.filter((file) => !adminViews.some(({ route }) => `${route}.tsx` === file))).toEqual([]);
});

/** What is wider than the page, unless it scrolls by itself. */
async function beyondTheEdge(app: Frame): Promise<string[]> {
  return app.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1).slice(-3).map((element) => element.outerHTML.slice(0, 160));
  });
}

/** What can be used and Tab does not come to, going through the page once; or where it does not go on. */
async function unreachable(page: Page, app: Frame): Promise<string[]> {
  const expected = await app.evaluate((most) => {
    const usable = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => {
      if (element.tabIndex < 0 || element.matches(":disabled, [type=hidden]") || element.closest("[inert], [aria-hidden=true]")) return false;
      return element.checkVisibility({ visibilityProperty: true }) && !(element.matches("[type=radio]:not(:checked)"));
    });
    usable.forEach((element, index) => { element.dataset["stop"] = String(index); });
    document.body.tabIndex = -1;
    document.body.focus();
    return Math.min(usable.length, most);
  }, mostStops);
  const reached = new Set<string>();
  for (let press = 0; press < expected * 2 + 5 && reached.size < expected; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await app.evaluate(() => (document.hasFocus() && document.activeElement instanceof HTMLElement ? document.activeElement.dataset["stop"] ?? "other" : "left"));
    if (stop === "left") break;
    // What has come since they were counted is no stop of theirs.
    if (stop !== "other") reached.add(stop);
  }
  return app.evaluate(([stops, count]) => [...document.querySelectorAll<HTMLElement>("[data-stop]")]
    .filter((element) => Number(element.dataset["stop"]) < count && !stops.includes(element.dataset["stop"] ?? "")).map((element) => element.outerHTML.slice(0, 160)), [[...reached], expected] as const);
}
