import { onTestFinished } from "vitest";
import { createLocalShopify } from "../create-local-shopify";
import type { LocalShopifyOptions } from "../create-local-shopify";
import type { Product, Variant } from "../store/model";
import { connect } from "./shopify-client";

/** A local Shopify with one installed shop of three products, closed when the test ends. */
export async function openSmallShop(options: LocalShopifyOptions = {}) {
  const shopify = await createLocalShopify({ appUrl: "http://127.0.0.1:9", retryDelaysMs: [], pages: false, ...options });
  const client = connect(shopify);
  onTestFinished(async () => {
    client.close();
    await shopify.close();
  });
  const shop = shopify.control.createShop({
    handle: "small",
    install: true,
    products: [
      { title: "Mug", variants: [{ price: 1_000, inventoryQuantity: 10 }] },
      { title: "Tea", variants: [{ title: "Green", price: 500, inventoryQuantity: 1 }, { title: "Black", price: 450 }] },
      { title: "Spoon", variants: [{ price: 333 }] },
    ],
  });
  const products = [...shop.products.values()];
  return { shopify, client, shop, mug: at(products, 0), tea: at(products, 1), spoon: at(products, 2) };
}

/** The first variant of a product. */
export function variantOf(product: Product): Variant {
  return at(product.variants, 0);
}

/** The entry of a list at an index; throws when the list is shorter. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list.at(index);
  if (item === undefined) throw new Error(`There is no entry ${index}`);
  return item;
}
