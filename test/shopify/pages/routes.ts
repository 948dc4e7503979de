import { json, urlencoded } from "express";
import type { Router } from "express";
import { registerAccount } from "./account/routes";
import { registerAdmin } from "./admin/routes";
import { bundleAssets } from "./assets";
import { registerCheckout } from "./checkout/routes";
import type { PageServices } from "./services";
import { registerStatic } from "./static-routes";
import { registerStorefront } from "./storefront/routes";

/** Every page that a shopper or a merchant sees; bundling of their scripts begins at once. */
export function registerPages(router: Router, services: PageServices): void {
  // A failure to bundle is told by the request that needs the file.
  bundleAssets().catch(() => undefined);
  router.use(["/shop", "/checkout", "/account", "/admin/store"], urlencoded({ extended: false }), json({ limit: "1mb" }));
  registerStatic(router, services);
  registerStorefront(router, services);
  registerCheckout(router, services);
  registerAccount(router, services);
  registerAdmin(router, services);
}
