import path from "node:path";
import type { Language } from "../../app/i18n/languages";
import type { AdminShops } from "../support/admin-shops";
import type { AdminView } from "../support/admin-views";
import { adminViews } from "../support/admin-views";
import { devices } from "../support/browser";

/** A page longer than this is cut. */
const mostPixels = 4_000;
/** What the admin has above and below the app's frame. */
const frameMargin = 140;

type Manner = readonly [device: keyof typeof devices, language: Language];
const manners: readonly Manner[] = [["desktop", "de"], ["phone", "en"], ["phone", "de"], ["desktop", "en"]];

/**
 * Every page of the admin in every state, or those of these names; the frame is made as high as the page in it, so that all of it
 * is seen. Answers with what could not be photographed, and why.
 */
export async function photographAdmin(shops: AdminShops, folder: string, names: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  const wanted = adminViews.filter(({ name }) => names.length === 0 || names.includes(name));
  for (const manner of manners) {
    for (const view of wanted) {
      const picture = `admin-${view.shop}-${view.name}-${manner.join("-")}.png`;
      await photograph(shops, view, manner, path.join(folder, picture)).catch((thrown: unknown) => missing.push(`${picture}: ${String(thrown)}`));
    }
  }
  return missing;
}

async function photograph(shops: AdminShops, view: AdminView, [device, language]: Manner, file: string): Promise<void> {
  const { page, app, close } = await shops.open(view, device, language);
  // Charts and pictures come after their page.
  await page.waitForTimeout(1_000);
  const height = await app.evaluate(() => document.documentElement.scrollHeight);
  const { width, height: usual } = devices[device].viewport;
  await page.setViewportSize({ width, height: Math.max(usual, Math.min(height + frameMargin, mostPixels)) });
  // A preview comes once it is in the window; on a page that is cut it may stay away.
  await app.locator(".preview-waiting, .preview-coming").first().waitFor({ state: "hidden", timeout: 5_000 }).catch(() => undefined);
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  await close();
}
