import type { Product, Shop } from "../../store/model";
import { isAvailable } from "../../store/products";
import { sellingPlansOf } from "../../store/selling-plans";
import type { Html } from "../html";
import { html } from "../html";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { shopPage } from "./shop-page";
import type { Visitor } from "./visitor";

/** One product with its variants, its subscriptions and the theme blocks of apps; the address chooses of them, as `variant` and `selling_plan` do at Shopify. */
export function productPage(
  visit: { shop: Shop; visitor: Visitor; path: string },
  product: Product,
  { variantId, sellingPlanId }: { variantId: number; sellingPlanId: number },
  theme: { section: Html; body: Html },
): Html {
  const { shop } = visit;
  const available = product.variants.filter((variant) => isAvailable(variant, 1));
  const chosen = product.variants.find(({ id }) => id === variantId) ?? available[0] ?? product.variants[0];
  const soldOut = available.length === 0;
  const plans = sellingPlansOf(shop, product.id);
  return shopPage(
    { ...visit, title: product.title },
    html`<div class="product">
      <div class="frame"><img src="${pictureOf(shop, product)}" alt="${product.title}" width="800" height="800"></div>
      <div class="product-text">
        ${product.vendor ? html`<p class="eyebrow">${product.vendor}</p>` : ""}
        <h1>${product.title}</h1>
        <p class="price" data-price>${chosen ? priceText(chosen.price, shop.currency) : ""}</p>
        <form method="post" action="/shop/${shop.handle}/cart/add" class="buy">
          ${product.variants.length > 1
            ? html`<label class="field"><span>${product.optionName}</span><select name="variant" data-variants>
                ${product.variants.map((variant) => html`<option value="${variant.id}" data-price="${priceText(variant.price, shop.currency)}"
                  ${variant === chosen ? html`selected` : ""} ${isAvailable(variant, 1) ? "" : html`disabled`}>${variant.title}${isAvailable(variant, 1) ? "" : " – sold out"}</option>`)}
              </select></label>`
            : html`<input type="hidden" name="variant" value="${chosen?.id}">`}
          ${plans.length > 0
            ? html`<label class="field"><span>Purchase option</span><select name="selling_plan"><option value="">One-time purchase</option>
                ${plans.map(({ id, name }) => html`<option value="${id}" ${id === sellingPlanId ? html`selected` : ""}>${name}</option>`)}
              </select></label>`
            : ""}
          <label class="field quantity"><span>Quantity</span><input type="number" name="quantity" value="1" min="1" max="999" inputmode="numeric"></label>
          <button class="button" type="submit" ${soldOut ? html`disabled` : ""}>${soldOut ? "Sold out" : "Add to cart"}</button>
        </form>
        ${product.descriptionHtml ? html`<p class="description">${plainText(product.descriptionHtml)}</p>` : ""}
        <dl class="facts">
          ${product.productType ? html`<div><dt>Type</dt><dd>${product.productType}</dd></div>` : ""}
          ${chosen?.sku ? html`<div><dt>Article</dt><dd>${chosen.sku}</dd></div>` : ""}
          <div><dt>Delivery</dt><dd>3 to 5 working days</dd></div>
        </dl>
      </div>
    </div>
    ${theme.section}${theme.body}`,
  );
}

/** A description without its markup: what a shop's staff typed is never trusted to be harmless. */
function plainText(markup: string): string {
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
}
