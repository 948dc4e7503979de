import { formatFixed } from "../../store/money";
import type { Product, Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { pictureOf } from "../services";
import { adminPage } from "./admin-page";
import { words } from "./list-pages";

/** One product with its title, prices, stock and status to be changed by hand. */
export function adminProductPage(shop: Shop, product: Product, problem: string | null): Html {
  const base = `/admin/store/${shop.handle}/products`;
  return adminPage(
    { shop, section: "products", title: product.title },
    html`<p class="back"><a href="${base}">Products</a></p>
    <h1>${product.title} <span class="badge" data-tone="${product.status.toLowerCase()}">${words(product.status)}</span></h1>
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
    <form method="post" action="${base}/${product.id}" class="columns">
      <div>
        <section class="panel"><h2>Product</h2>
          <label class="field"><span>Title</span><input name="title" value="${product.title}" required></label>
          <label class="field"><span>Vendor</span><input name="vendor" value="${product.vendor}"></label>
          <label class="field"><span>Type</span><input name="productType" value="${product.productType}"></label>
          <label class="field"><span>Tags, with commas</span><input name="tags" value="${product.tags.join(", ")}"></label>
        </section>
        <section class="panel"><h2>Variants</h2><div class="scroll" tabindex="0" role="region" aria-label="Variants"><table>
          <thead><tr><th scope="col">Variant</th><th scope="col" class="number">Price (${shop.currency})</th><th scope="col" class="number">Stock</th></tr></thead>
          <tbody>${product.variants.map((variant) => html`<tr>
            <th scope="row">${variant.title}</th>
            <td class="number" data-label="Price"><input class="short" name="price-${variant.id}" value="${formatFixed(variant.price, shop.currency)}" inputmode="decimal" aria-label="Price of ${variant.title}" required></td>
            <td class="number" data-label="Stock"><input class="short" type="number" name="stock-${variant.id}" value="${variant.inventoryQuantity}" aria-label="Stock of ${variant.title}" required></td>
          </tr>`)}</tbody>
        </table></div></section>
      </div>
      <div>
        <section class="panel"><h2>Status</h2>
          <label class="field"><span>Status</span><select name="status">${(["ACTIVE", "DRAFT", "ARCHIVED"] as const).map((status) =>
            html`<option value="${status}" ${status === product.status ? html`selected` : ""}>${words(status)}</option>`)}</select></label>
          <p><button class="button" type="submit">Save</button></p>
          ${product.status === "ACTIVE" ? html`<p><a href="/shop/${shop.handle}/products/${product.handle}">View in the shop</a></p>` : ""}
        </section>
        <section class="panel"><img class="picture" src="${pictureOf(shop, product)}" alt="" width="320" height="320"></section>
      </div>
    </form>`,
  );
}
