import type { Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { adminPage } from "./admin-page";

/** Stands where apps lead to pages of Shopify's own that there are no stand-ins for. */
export function elsewherePage(shop: Shop, path: string): Html {
  const place = path.includes("/themes/") ? "The theme editor" : path.includes("/editor") ? "The checkout and accounts editor" : "The settings";
  return adminPage(
    { shop, section: "home", title: place },
    html`<h1>${place}</h1>
    <section class="panel">
      <p>In a real store, Shopify’s own page opens here. The local admin has none: Encore is already chosen for the post-purchase page, and its blocks are in place.</p>
      <div class="row"><a class="button" href="/admin/store/${shop.handle}/apps/encore">Back to Encore</a></div>
    </section>`,
  );
}
