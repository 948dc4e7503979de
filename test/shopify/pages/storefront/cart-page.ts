import type { Shop } from "../../store/model";
import { priceLines } from "../../store/pricing";
import { isAvailable } from "../../store/products";
import { planNameOf } from "../../store/selling-plans";
import type { Html } from "../html";
import { html } from "../html";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { shopPage } from "./shop-page";
import type { Visitor } from "./visitor";

export function cartPage(visit: { shop: Shop; visitor: Visitor; path: string }): Html {
  const { shop, visitor } = visit;
  const lines = priceLines(shop, [...visitor.cart]);
  const total = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  const page = { ...visit, title: "Cart" };
  if (lines.length === 0) {
    return shopPage(page, html`<div class="narrow"><h1>Your cart is empty</h1><p><a class="button" href="/shop/${shop.handle}/">Look around the shop</a></p></div>`);
  }
  return shopPage(
    page,
    html`<div class="narrow">
      <h1>Your cart</h1>
      <ul class="lines">${lines.map((line) => cartLine(shop, line))}</ul>
      <div class="cart-total"><span>Total</span><strong>${priceText(total, shop.currency)}</strong></div>
      <p class="muted">Delivery is added at the checkout.</p>
      <form method="post" action="/shop/${shop.handle}/checkout"><button class="button wide" type="submit">Check out</button></form>
    </div>`,
  );
}

function cartLine(shop: Shop, line: { variantId: number; quantity: number; unitPrice: number; sellingPlanId?: number }): Html {
  const variant = shop.variants.get(line.variantId);
  const product = variant && shop.products.get(variant.productId);
  if (!variant || !product) return html``;
  const name = product.variants.length > 1 ? `${product.title}, ${variant.title}` : product.title;
  return html`<li class="line">
    <span class="frame small"><img src="${pictureOf(shop, product)}" alt="" width="96" height="96"></span>
    <div class="line-text">
      <a href="/shop/${shop.handle}/products/${product.handle}">${product.title}</a>
      ${product.variants.length > 1 ? html`<span class="muted">${variant.title}</span>` : ""}
      ${line.sellingPlanId === undefined ? "" : html`<span class="muted">${planNameOf(shop, product.id, line.sellingPlanId)}</span>`}
      ${isAvailable(variant, line.quantity) ? "" : html`<span class="warning">Only ${Math.max(0, variant.inventoryQuantity)} left</span>`}
      <div class="line-actions">
        <form method="post" action="/shop/${shop.handle}/cart/change" class="line-quantity">
          <input type="hidden" name="variant" value="${variant.id}">
          <input type="number" name="quantity" value="${line.quantity}" min="0" max="999" inputmode="numeric" aria-label="Quantity of ${name}" data-autosubmit>
          <button type="submit">Update</button>
        </form>
        <form method="post" action="/shop/${shop.handle}/cart/change">
          <input type="hidden" name="variant" value="${variant.id}"><input type="hidden" name="quantity" value="0">
          <button class="plain" type="submit" aria-label="Remove ${name}">Remove</button>
        </form>
      </div>
    </div>
    <span class="line-price">${priceText(line.unitPrice * line.quantity, shop.currency)}</span>
  </li>`;
}
