import { addCollection } from "../store/collections";
import { exponentOf } from "../store/money";
import type { Product, Shop } from "../store/model";
import { addProduct, handleOf } from "../store/products";

/** Gives a shop made from a history what a history has not: collections, distinct handles, and one product with variants. */
export function dressShop(shop: Shop, openedAt: number): void {
  const unit = 10 ** exponentOf(shop.currency);
  const price = (major: number) => Math.round(major * unit);
  addProduct(
    shop,
    {
      title: "Gift Wrapping",
      descriptionHtml: "<p>Wrapped by hand, with a ribbon and a card for your own words.</p>",
      vendor: shop.name,
      productType: "Stationery & party",
      tags: ["gift"],
      optionName: "Paper",
      variants: [
        { title: "Kraft", sku: "WRAP-KRAFT", price: price(3.5), compareAtPrice: null, inventoryQuantity: 240, cost: price(1.1) },
        { title: "Ruby stripe", sku: "WRAP-RUBY", price: price(3.5), inventoryQuantity: 180, cost: price(1.2) },
        { title: "Gold leaf", sku: "WRAP-GOLD", price: price(4.5), compareAtPrice: price(5), inventoryQuantity: 60, cost: price(1.6) },
      ],
    },
    openedAt,
  );
  const handles = new Set<string>();
  for (const product of shop.products.values()) {
    product.createdAt = openedAt;
    product.updatedAt = openedAt;
    for (const variant of product.variants) variant.updatedAt = openedAt;
    product.descriptionHtml ||= `<p>${product.title}, from ${product.vendor}.</p>`;
    product.handle = distinct(product.handle, product.variants[0]?.sku ?? "", handles);
  }
  addCollections(shop, openedAt, price(5));
}

function distinct(handle: string, sku: string, taken: Set<string>): string {
  const withSku = `${handle}-${handleOf(sku)}`;
  let free = taken.has(handle) ? withSku : handle;
  for (let number = 1; taken.has(free); number += 1) free = `${withSku}-${number}`;
  taken.add(free);
  return free;
}

function addCollections(shop: Shop, at: number, cheap: number): void {
  const products = [...shop.products.values()];
  const idsWhere = (test: (product: Product) => boolean) => products.filter(test).map(({ id }) => id);
  const types = [...new Set(products.map(({ productType }) => productType))].sort();
  for (const type of types) addCollection(shop, type, idsWhere(({ productType }) => productType === type), at);
  for (const [title, tag] of [["Christmas", "christmas"], ["Vintage", "vintage"], ["Little hearts", "heart"]] as const) {
    const ids = idsWhere(({ tags }) => tags.includes(tag));
    if (ids.length > 0) addCollection(shop, title, ids, at);
  }
  addCollection(shop, "Small treats", idsWhere(({ variants }) => variants.every(({ price }) => price < cheap)), at);
}
