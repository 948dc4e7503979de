import { z } from "zod";
import { parseMinor } from "../money/money";
import { gid, nodes, parseRecord, recordMinor, Timestamp } from "../sync/shopify-fields";
import type { MirroredCollection, MirroredProduct, MirroredVariant } from "./mirrored-product";

const Picture = z.object({ url: z.string() }).nullish();

const UnitCost = z.object({ amount: z.string(), currencyCode: z.string() }).nullish();

const Variant = z.object({
  id: gid("ProductVariant"),
  title: z.string(),
  sku: z.string().nullish(),
  position: z.int().default(1),
  price: z.string(),
  compareAtPrice: z.string().nullish(),
  inventoryItem: z.object({ id: gid("InventoryItem"), tracked: z.boolean(), unitCost: UnitCost }).nullish(),
  inventoryQuantity: z.int().nullish(),
  inventoryPolicy: z.enum(["DENY", "CONTINUE"]).nullish(),
  image: Picture,
});

const ProductNode = z.object({
  id: gid("Product"),
  title: z.string(),
  handle: z.string(),
  vendor: z.string().default(""),
  productType: z.string().default(""),
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT", "UNLISTED"]),
  tags: z.array(z.string()).default([]),
  isGiftCard: z.boolean(),
  publishedAt: Timestamp.nullish(),
  updatedAt: Timestamp,
  featuredMedia: z.object({ preview: z.object({ image: Picture }).nullish() }).nullish(),
  collections: nodes(z.object({ id: gid("Collection") })).optional(),
  variants: nodes(Variant),
});

/**
 * A product from a GraphQL node, or from the lines of a bulk result put together in the same shape (`variants.nodes`,
 * `collections.nodes`), priced in the shop's currency; throws a RecordError.
 */
export function parseProductNode(node: unknown, currency: string): MirroredProduct {
  const product = parseRecord("product", ProductNode, node);
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    productType: product.productType,
    status: statusOf(product.status),
    tags: product.tags,
    collectionIds: product.collections?.map(({ id }) => id) ?? null,
    imageUrl: product.featuredMedia?.preview?.image?.url ?? null,
    isGiftCard: product.isGiftCard,
    publishedAt: product.publishedAt ?? null,
    sourceAt: product.updatedAt,
    variants: product.variants.map((variant, index) => variantOf(variant, index, currency)),
    variantsComplete: true,
  };
}

const STATUS = { ACTIVE: "active", ARCHIVED: "archived", DRAFT: "draft", UNLISTED: "unlisted" } as const;

function statusOf(status: keyof typeof STATUS): MirroredProduct["status"] {
  return STATUS[status];
}

function variantOf(variant: z.infer<typeof Variant>, index: number, currency: string): MirroredVariant {
  const minor = (field: string, decimal: string) => recordMinor("product", `variants.${index}.${field}`, decimal, currency);
  return {
    id: variant.id,
    title: variant.title,
    sku: variant.sku ?? "",
    position: variant.position,
    priceMinor: minor("price", variant.price),
    compareAtMinor: variant.compareAtPrice ? minor("compareAtPrice", variant.compareAtPrice) : null,
    inventoryItemId: variant.inventoryItem?.id ?? null,
    inventoryQuantity: variant.inventoryQuantity ?? null,
    stockLimited: variant.inventoryItem ? variant.inventoryItem.tracked && variant.inventoryPolicy !== "CONTINUE" : null,
    imageUrl: variant.image?.url ?? null,
    costMinor: costMinor(variant.inventoryItem?.unitCost, currency),
  };
}

/** A unit's cost in minor units of the shop's currency; null where it is not known in that currency to the minor unit. */
export function costMinor(unitCost: z.infer<typeof UnitCost>, currency: string): number | null {
  if (!unitCost || unitCost.currencyCode !== currency) return null;
  try {
    return parseMinor(unitCost.amount, currency);
  } catch {
    // A cost is for ranking alone: one that cannot be read must not keep a product out of the mirror.
    return null;
  }
}

const CollectionNode = z.object({ id: gid("Collection"), title: z.string(), handle: z.string(), updatedAt: Timestamp });

/** A collection from a GraphQL node; throws a RecordError. */
export function parseCollectionNode(node: unknown): MirroredCollection {
  const { updatedAt: sourceAt, ...collection } = parseRecord("collection", CollectionNode, node);
  return { ...collection, sourceAt };
}
