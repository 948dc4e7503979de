import { pictureUrl } from "../../pictures/picture-url";
import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Collection, Product, Shop, Variant } from "../../store/model";
import { restTime } from "./dates";

/** A product as products/create and products/update carry it. */
export function productPayload(shop: Shop, product: Product, origin: string): Record<string, unknown> {
  const created = restTime(product.createdAt, shop.timezone);
  const updated = restTime(product.updatedAt, shop.timezone);
  const image = {
    id: product.id,
    admin_graphql_api_id: gid("ProductImage", product.id),
    product_id: product.id,
    position: 1,
    alt: null,
    width: 800,
    height: 800,
    src: pictureUrl(origin, shop, product.id),
    variant_ids: [],
    created_at: created,
    updated_at: created,
  };
  return {
    id: product.id,
    admin_graphql_api_id: gid("Product", product.id),
    body_html: product.descriptionHtml,
    created_at: created,
    handle: product.handle,
    product_type: product.productType,
    published_at: product.status === "ACTIVE" ? created : null,
    template_suffix: null,
    title: product.title,
    updated_at: updated,
    vendor: product.vendor,
    status: product.status.toLowerCase(),
    published_scope: "global",
    tags: product.tags.join(", "),
    variants: product.variants.map((variant) => variantPayload(shop, variant, created)),
    options: [{ id: product.id, name: product.optionName, product_id: product.id, position: 1, values: product.variants.map((variant) => variant.title) }],
    images: [image],
    image,
    media: [],
    variant_gids: product.variants.map((variant) => ({ admin_graphql_api_id: gid("ProductVariant", variant.id), updated_at: new Date(variant.updatedAt).toISOString() })),
    has_variants_that_requires_components: false,
    category: null,
  };
}

function variantPayload(shop: Shop, variant: Variant, created: string): Record<string, unknown> {
  return {
    id: variant.id,
    admin_graphql_api_id: gid("ProductVariant", variant.id),
    barcode: null,
    compare_at_price: variant.compareAtPrice === null ? null : formatFixed(variant.compareAtPrice, shop.currency),
    created_at: created,
    inventory_policy: variant.inventoryPolicy.toLowerCase(),
    position: variant.position,
    price: formatFixed(variant.price, shop.currency),
    product_id: variant.productId,
    sku: variant.sku || null,
    taxable: true,
    title: variant.title,
    updated_at: restTime(variant.updatedAt, shop.timezone),
    option1: variant.title,
    option2: null,
    option3: null,
    image_id: null,
    inventory_item_id: variant.inventoryItemId,
    inventory_quantity: variant.inventoryQuantity,
    old_inventory_quantity: variant.inventoryQuantity,
  };
}

/** A collection as collections/create and collections/update carry it: without its products. */
export function collectionPayload(shop: Shop, collection: Collection): Record<string, unknown> {
  const updated = restTime(collection.updatedAt, shop.timezone);
  return {
    id: collection.id,
    admin_graphql_api_id: gid("Collection", collection.id),
    handle: collection.handle,
    title: collection.title,
    updated_at: updated,
    body_html: "",
    published_at: updated,
    sort_order: "best-selling",
    template_suffix: null,
    published_scope: "global",
  };
}
