import path from "node:path";
import type { Browser } from "playwright-core";
import { devices } from "../support/browser";
import type { Stack } from "../support/stack";
import { openAdmin } from "../support/admin-page";

const pages: Array<[name: string, path: string]> = [
  ["home", ""], ["offers", "/app/offers"], ["new-offer", "/app/offers/new"], ["templates", "/app/offers/templates"], ["placements", "/app/placements"], ["snippets", "/app/placements/snippets"],
  ["flow", "/app/placements/flow"], ["recommendations", "/app/recommendations"],
  ["missing-rungs", "/app/recommendations?tab=missing"], ["bought-again", "/app/recommendations?tab=again"], ["courtesy", "/app/courtesy"], ["activity", "/app/activity"],
  ["at-a-placement", "/app/activity?placement=thank-you"], ["unprocessed", "/app/activity/dead-letters"], ["settings", "/app/settings"], ["not-found", "/app/offers/none"],
];

/** What the first line of a list leads to. */
const opened = { offers: "offer", recommendations: "goes-with", activity: "decision" };

/** What a shop that has just installed the app sees. */
export const emptyPages = pages.filter(([name]) => !["at-a-placement", "unprocessed", "settings", "not-found"].includes(name));

/** Pages of the app in the admin; the frame is made as high as the page in it, so that all of it is seen. */
export async function photographAdmin(browser: Browser, stack: Stack, folder: string, when: string, chosen = pages): Promise<void> {
  const wanted = [...chosen];
  for (const device of ["desktop", "phone"] as const) {
    for (const [name, address] of wanted) {
      const { page, app, close } = await openAdmin(browser, stack, address, device);
      await app.waitForTimeout(1_000);
      const height = await app.evaluate(() => document.documentElement.scrollHeight);
      const { width, height: usual } = devices[device].viewport;
      await page.setViewportSize({ width, height: Math.max(usual, Math.min(height + 140, 4_000)) });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(folder, `admin-${when}-${name}-${device}.png`) });
      if (device === "desktop" && (name === "offers" || name === "recommendations" || name === "activity")) {
        const first = await app.evaluate(() => document.querySelector("[data-primary-link]")?.getAttribute("href") ?? null);
        if (first) wanted.push([opened[name], first]);
      }
      await close();
    }
  }
}
