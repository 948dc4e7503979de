import type { Product, Shop } from "../../store/model";
import { isAvailable } from "../../store/products";
import type { Html } from "../html";
import { html } from "../html";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { priceFrom } from "./catalogue";

/** The product as a tile of a grid. */
export function productCard(shop: Shop, product: Product): Html {
  const { price, varies } = priceFrom(product);
  const soldOut = !product.variants.some((variant) => isAvailable(variant, 1));
  return html`<li class="card">
    <a href="/shop/${shop.handle}/products/${product.handle}">
      <span class="frame"><img src="${pictureOf(shop, product)}" alt="" loading="lazy" width="400" height="400"></span>
      <span class="card-title">${product.title}</span>
      <span class="card-price">${varies ? "From " : ""}${priceText(price, shop.currency)}${soldOut ? html` <span class="tag">Sold out</span>` : ""}</span>
    </a>
  </li>`;
}

const PER_PAGE = 24;

/** One page of a list of products with links to the others. */
export function productGrid(shop: Shop, products: readonly Product[], wanted: number, hrefOf: (page: number) => string): Html {
  const pages = Math.max(1, Math.ceil(products.length / PER_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const shown = products.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`<ul class="grid">${shown.map((product) => productCard(shop, product))}</ul>
    ${pages > 1 ? html`<nav class="pages" aria-label="Pages">
      ${page > 1 ? html`<a href="${hrefOf(page - 1)}" rel="prev">Previous</a>` : html`<span></span>`}
      <span>Page ${page} of ${pages}</span>
      ${page < pages ? html`<a href="${hrefOf(page + 1)}" rel="next">Next</a>` : html`<span></span>`}
    </nav>` : ""}`;
}
