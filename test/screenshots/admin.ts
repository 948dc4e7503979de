import path from "node:path";
import type { AdminShops } from "../support/admin-shops";
import { adminViews } from "../support/admin-views";
import { devices } from "../support/browser";

/** A page longer than this is cut. */
const mostPixels = 4_000;
/** What the admin has above and below the app's frame. */
const frameMargin = 140;

/** Every page of the admin in every state, or those of these names; the frame is made as high as the page in it, so that all of it is seen. */
export async function photographAdmin(shops: AdminShops, folder: string, names: readonly string[]): Promise<void> {
  const wanted = adminViews.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const [device, language] of [["desktop", "en"], ["phone", "en"], ["desktop", "de"], ["phone", "de"]] as const) {
    for (const view of wanted) {
      const { page, app, close } = await shops.open(view, device, language);
      // Charts and pictures come after their page.
      await page.waitForTimeout(1_000);
      const height = await app.evaluate(() => document.documentElement.scrollHeight);
      const { width, height: usual } = devices[device].viewport;
      await page.setViewportSize({ width, height: Math.max(usual, Math.min(height + frameMargin, mostPixels)) });
      await page.waitForTimeout(300);
      await page.screenshot({ path: path.join(folder, `admin-${view.shop}-${view.name}-${device}-${language}.png`) });
      await close();
    }
  }
}
