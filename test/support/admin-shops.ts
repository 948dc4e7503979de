import type { Browser } from "playwright-core";
import type { Language } from "../../app/i18n/languages";
import type { AdminPage } from "./admin-page";
import { openAdmin } from "./admin-page";
import type { AdminView } from "./admin-views";
import type { devices } from "./browser";
import { fillLargeShop } from "./large-shop/fill";
import { findKnown } from "./large-shop/known";
import type { Stack } from "./stack";

export interface AdminShops {
  /** Opens a page in its state. */
  open(view: AdminView, device?: keyof typeof devices, language?: Language): Promise<AdminPage>;
}

const newShop = "encore-new";

/** The two shops that the views of the admin are of: the demo's, filled, and one that has just installed the app. */
export async function prepareAdminShops(browser: Browser, stack: Stack, size: { products: number; offers: number; orders: number }): Promise<AdminShops> {
  await stack.control("createShop", { handle: newShop, name: "New shop", install: true, products: [] });
  await fillLargeShop(stack.databaseUrl, { shop: stack.shop, ...size, now: new Date() });
  const known = await findKnown(stack.databaseUrl, stack.shop);
  const admins = { full: stack.admin, new: stack.admin.replace("encore-demo", newShop) };
  return {
    open: async (view, device = "desktop", language = "en") => {
      const opened = await openAdmin(browser, { ...stack, admin: admins[view.shop] }, view.path(known), device, language);
      await view.act?.(opened);
      return opened;
    },
  };
}
