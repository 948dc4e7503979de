import type { Collection, Product, Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { pictureOf } from "../services";
import { collectionsOnSale, productsOf, productsOnSale } from "./catalogue";
import { productCard, productGrid } from "./product-card";
import { shopPage } from "./shop-page";
import type { Visitor } from "./visitor";

interface Visit {
  readonly shop: Shop;
  readonly visitor: Visitor;
  readonly path: string;
}

const ON_HOME = 12;

export function homePage(visit: Visit): Html {
  const { shop } = visit;
  const popular = productsOnSale(shop).slice(0, ON_HOME);
  return shopPage(
    { ...visit, title: shop.name },
    html`<section class="hero">
      <div class="hero-text">
        <p class="eyebrow">Small things, well made</p>
        <h1>Gifts for the house, the kitchen and the people in it</h1>
        <a class="button" href="#popular">See what is popular</a>
      </div>
      <div class="hero-pictures">${popular.slice(0, 3).map((product) => html`<span class="frame"><img src="${pictureOf(shop, product)}" alt="" width="400" height="400"></span>`)}</div>
    </section>
    <section aria-labelledby="collections">
      <h2 id="collections">Collections</h2>
      <ul class="collections">${collectionTiles(shop)}</ul>
    </section>
    <section aria-labelledby="popular">
      <h2 id="popular">Popular now</h2>
      <ul class="grid">${popular.map((product) => productCard(shop, product))}</ul>
    </section>`,
  );
}

/** The largest collections, each with the picture of its most bought product that no other shows. */
function collectionTiles(shop: Shop): Html[] {
  const covers = new Set<Product>();
  return collectionsOnSale(shop).slice(0, 8).map((collection) => {
    const products = productsOf(shop, collection);
    const cover = products.find((product) => !covers.has(product)) ?? products[0];
    if (cover) covers.add(cover);
    return collectionTile(shop, collection, cover);
  });
}

function collectionTile(shop: Shop, collection: Collection, cover: Product | undefined): Html {
  return html`<li><a href="/shop/${shop.handle}/collections/${collection.handle}">
    <span class="frame">${cover ? html`<img src="${pictureOf(shop, cover)}" alt="" width="400" height="400">` : ""}</span>
    <span class="collection-title">${collection.title}</span>
    <span class="muted">${counted(collection.productIds.size)}</span>
  </a></li>`;
}

export function collectionPage(visit: Visit, collection: Collection, products: readonly Product[], page: number): Html {
  const { shop, path } = visit;
  return shopPage(
    { ...visit, title: collection.title },
    html`<h1>${collection.title}</h1><p class="muted">${counted(products.length)}</p>
    ${productGrid(shop, products, page, (number) => `${path}?page=${number}`)}`,
  );
}

export function searchPage(visit: Visit & { query: string }, found: readonly Product[], page: number): Html {
  const { shop, path, query } = visit;
  return shopPage(
    { ...visit, title: "Search" },
    html`<h1>${query ? html`Results for “${query}”` : "Search"}</h1>
    <p class="muted" role="status">${counted(found.length)}</p>
    ${found.length > 0
      ? productGrid(shop, found, page, (number) => `${path}?q=${encodeURIComponent(query)}&page=${number}`)
      : html`<p>Nothing here goes by that name. Try a shorter word, or look through the <a href="/shop/${shop.handle}/">collections</a>.</p>`}`,
  );
}

function counted(products: number): string {
  return products === 1 ? "1 product" : `${products} products`;
}
