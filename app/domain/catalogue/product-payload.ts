import { z } from "zod";
import { Decimal, parseRecord, recordMinor, RestId, Timestamp } from "../sync/shopify-fields";
import type { MirroredCollection, MirroredProduct, MirroredVariant } from "./mirrored-product";

const Status = z.enum(["active", "archived", "draft", "unlisted"]);

const Variant = z.object({
  id: RestId,
  title: z.string(),
  sku: z.string().nullish(),
  position: z.int().default(1),
  price: Decimal,
  compare_at_price: Decimal.nullish(),
  inventory_item_id: RestId.nullish(),
  inventory_quantity: z.int().nullish(),
  inventory_policy: z.string().nullish(),
  inventory_management: z.string().nullish(),
  image_id: RestId.nullish(),
});

/** A picture whose address was not kept is no picture. */
const Image = z.object({ id: RestId.nullish(), src: z.string().nullish() });

const ProductPayload = z.object({
  id: RestId,
  title: z.string(),
  handle: z.string(),
  vendor: z.string().nullish(),
  product_type: z.string().nullish(),
  status: Status,
  tags: z.union([z.string(), z.array(z.string())]).nullish(),
  image: Image.nullish(),
  images: z.array(Image).default([]),
  published_at: Timestamp.nullish(),
  updated_at: Timestamp,
  variants: z.array(Variant),
  variant_gids: z.array(z.unknown()).nullish(),
});

/** A product from the payload of products/create or update, priced in the shop's currency; throws a RecordError. */
export function parseProductPayload(payload: unknown, currency: string): MirroredProduct {
  const product = parseRecord("product", ProductPayload, payload);
  const images = new Map(product.images.flatMap(({ id, src }) => (src ? [[id, src] as const] : [])));
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor ?? "",
    productType: product.product_type ?? "",
    status: product.status,
    tags: tagsOf(product.tags ?? []),
    collectionIds: null,
    imageUrl: product.image?.src ?? product.images[0]?.src ?? null,
    isGiftCard: null,
    publishedAt: product.published_at ?? null,
    sourceAt: product.updated_at,
    variants: product.variants.map((variant, index) => variantOf(variant, index, currency, images)),
    variantsComplete: (product.variant_gids?.length ?? 0) <= product.variants.length,
  };
}

function variantOf(variant: z.infer<typeof Variant>, index: number, currency: string, images: Map<unknown, string>): MirroredVariant {
  const minor = (field: string, decimal: string) => recordMinor("product", `variants.${index}.${field}`, decimal, currency);
  return {
    id: variant.id,
    title: variant.title,
    sku: variant.sku ?? "",
    position: variant.position,
    priceMinor: minor("price", variant.price),
    compareAtMinor: variant.compare_at_price ? minor("compare_at_price", variant.compare_at_price) : null,
    inventoryItemId: variant.inventory_item_id ?? null,
    inventoryQuantity: variant.inventory_quantity ?? null,
    stockLimited: stockLimitOf(variant),
    imageUrl: variant.image_id ? (images.get(variant.image_id) ?? null) : null,
  };
}

/** Sold past zero: no limit. Otherwise whether it is counted, which newer payloads leave out. */
function stockLimitOf({ inventory_policy: policy, inventory_management: management }: z.infer<typeof Variant>): boolean | null {
  if (policy === "continue") return false;
  return management === undefined ? null : management !== null && management !== "";
}

/** Webhooks write tags as one string with commas. */
function tagsOf(tags: string | string[]): string[] {
  const list = typeof tags === "string" ? tags.split(",") : tags;
  return list.map((tag) => tag.trim()).filter((tag) => tag !== "");
}

const CollectionPayload = z.object({ id: RestId, title: z.string(), handle: z.string(), updated_at: Timestamp });

/** A collection from the payload of collections/create or update; throws a RecordError. */
export function parseCollectionPayload(payload: unknown): MirroredCollection {
  const { updated_at: sourceAt, ...collection } = parseRecord("collection", CollectionPayload, payload);
  return { ...collection, sourceAt };
}

const InventoryLevel = z.object({ inventory_item_id: RestId, location_id: RestId, available: z.int().nullish(), updated_at: Timestamp });

/** A location's new stock from inventory_levels/update; `available` is of that location, not of the shop; throws a RecordError. */
export function parseInventoryLevelPayload(payload: unknown): { inventoryItemId: number; locationId: number; available: number | null; at: Date } {
  const level = parseRecord("inventory level", InventoryLevel, payload);
  return { inventoryItemId: level.inventory_item_id, locationId: level.location_id, available: level.available ?? null, at: level.updated_at };
}
