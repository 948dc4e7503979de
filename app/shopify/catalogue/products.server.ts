import { z } from "zod";
import type { VariantStock } from "../../data/catalogue/product-state.server";
import type { MirroredCollection, MirroredProduct } from "../../domain/catalogue/mirrored-product";
import { costMinor, parseCollectionNode, parseProductNode } from "../../domain/catalogue/product-node";
import { idInGid } from "../../domain/shops/gid";
import type { ShopId } from "../../domain/shops/shop-id";
import { gid } from "../../domain/sync/shopify-fields";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { COLLECTION_PRODUCTS, COLLECTIONS, PRODUCT_COLLECTIONS, PRODUCT_VARIANTS, PRODUCTS_BY_ID, VARIANT_STOCK } from "./catalogue.operations";

/** 10 x (100 variants + 25 collections) would cost more than one call may; these fit. */
const productsPerCall = 2;
const stocksPerCall = 100;

const ProductPages = z.looseObject({ id: z.string(), variants: Page, collections: Page });
const Products = z.object({ nodes: z.array(z.union([ProductPages, z.null()])) });

/** The products of these ids as they are now; those that no longer exist are left out. */
export async function fetchProducts(shop: ShopId, ids: readonly number[], currency: string): Promise<MirroredProduct[]> {
  const products: MirroredProduct[] = [];
  for (let start = 0; start < ids.length; start += productsPerCall) {
    const gids = ids.slice(start, start + productsPerCall).map((id) => `gid://shopify/Product/${String(id)}`);
    const reply = await adminGraphql<unknown>(shop, PRODUCTS_BY_ID, { ids: gids, variants: 100, collections: 25 });
    for (const node of Products.parse(reply).nodes) {
      if (node) products.push(parseProductNode(await completed(shop, node), currency));
    }
  }
  return products;
}

async function completed(shop: ShopId, node: z.infer<typeof ProductPages>): Promise<unknown> {
  const Variants = z.object({ product: z.object({ variants: Page }) });
  const Collections = z.object({ product: z.object({ collections: Page }) });
  const { id } = node;
  const variants = await collectPages(node.variants, async (after) => {
    return Variants.parse(await adminGraphql<unknown>(shop, PRODUCT_VARIANTS, { id, after })).product.variants;
  });
  const collections = await collectPages(node.collections, async (after) => {
    return Collections.parse(await adminGraphql<unknown>(shop, PRODUCT_COLLECTIONS, { id, after })).product.collections;
  });
  return { ...node, variants: { nodes: variants }, collections: { nodes: collections } };
}

/** Every collection of the shop. */
export async function fetchCollections(shop: ShopId): Promise<MirroredCollection[]> {
  const Reply = z.object({ collections: Page });
  const nodes = await collectPages(null, async (after) => {
    return Reply.parse(await adminGraphql<unknown>(shop, COLLECTIONS, { after })).collections;
  });
  return nodes.map(parseCollectionNode);
}

/** A collection and the ids of the products in it, or null when it no longer exists. */
export async function fetchCollection(shop: ShopId, id: number): Promise<{ collection: MirroredCollection; productIds: number[] } | null> {
  const Reply = z.object({ collection: z.looseObject({ products: Page }).nullable() });
  const ask = async (after: string | null) => {
    const reply = await adminGraphql<unknown>(shop, COLLECTION_PRODUCTS, { id: `gid://shopify/Collection/${String(id)}`, after });
    return Reply.parse(reply).collection;
  };
  const first = await ask(null);
  if (!first) return null;
  const nodes = await collectPages(first.products, async (after) => (await ask(after))?.products ?? lastPage);
  const Node = z.object({ id: gid("Product") });
  return { collection: parseCollectionNode(first), productIds: nodes.map((node) => Node.parse(node).id) };
}

const lastPage: z.infer<typeof Page> = { nodes: [], pageInfo: { hasNextPage: false } };

const Stocks = z.object({
  nodes: z.array(
    z
      .object({
        id: z.string(),
        inventoryQuantity: z.int().nullish(),
        inventoryPolicy: z.enum(["DENY", "CONTINUE"]),
        inventoryItem: z.object({ tracked: z.boolean(), unitCost: z.object({ amount: z.string(), currencyCode: z.string() }).nullish() }),
      })
      .nullable(),
  ),
});

/** Stock over all locations and cost, as they are now; variants that no longer exist are left out. */
export async function fetchStock(shop: ShopId, variantIds: readonly number[], currency: string): Promise<VariantStock[]> {
  const stocks: VariantStock[] = [];
  for (let start = 0; start < variantIds.length; start += stocksPerCall) {
    const ids = variantIds.slice(start, start + stocksPerCall).map((id) => `gid://shopify/ProductVariant/${String(id)}`);
    for (const node of Stocks.parse(await adminGraphql<unknown>(shop, VARIANT_STOCK, { ids })).nodes) {
      const variantId = node && idInGid(node.id, "ProductVariant");
      if (!node || !variantId) continue;
      const stockLimited = node.inventoryItem.tracked && node.inventoryPolicy === "DENY";
      stocks.push({ variantId, quantity: node.inventoryQuantity ?? null, stockLimited, costMinor: costMinor(node.inventoryItem.unitCost, currency) });
    }
  }
  return stocks;
}
