import { pictureUrl } from "../../pictures/picture-url";
import { collectionsOf } from "../../store/collections";
import { gid, parseGid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Collection, Product, Shop, Variant } from "../../store/model";
import { Connection } from "../connection";
import type { FieldTable, GraphqlContext } from "../context";
import { Typed, fields } from "../context";
import { dateTime, money } from "../values";
import { metafieldFields } from "./metafields";

const idOf = (item: { id: number }) => item.id;
const plainText = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();

function imageOf(context: GraphqlContext, product: Product): Record<string, unknown> {
  const url = pictureUrl(context.store.origin, context.shop, product.id);
  return { id: gid("ProductImage", product.id), altText: product.title, width: 800, height: 800, url, thumbhash: null, src: url, originalSrc: url, transformedSrc: url };
}

function mediaOf(context: GraphqlContext, product: Product): Typed {
  const image = imageOf(context, product);
  return new Typed("MediaImage", { id: gid("MediaImage", product.id), alt: product.title, mediaContentType: "IMAGE", status: "READY", image, preview: { image, status: "READY" } });
}

function prices(shop: Shop, product: Product): Record<string, unknown> {
  const all = product.variants.map((variant) => variant.price);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  return { minVariantPrice: money(lowest, shop.currency), maxVariantPrice: money(highest, shop.currency) };
}

const stockOf = (product: Product) => product.variants.reduce((sum, variant) => sum + (variant.tracked ? variant.inventoryQuantity : 0), 0);
const soldOut = (variant: Variant) => variant.tracked && variant.inventoryPolicy === "DENY" && variant.inventoryQuantity <= 0;

const product = fields<Product>({
  ...metafieldFields<Product>("Product"),
  id: ({ id }) => gid("Product", id),
  legacyResourceId: ({ id }) => String(id),
  title: ({ title }) => title,
  handle: ({ handle }) => handle,
  description: ({ descriptionHtml }) => plainText(descriptionHtml),
  descriptionHtml: ({ descriptionHtml }) => descriptionHtml,
  bodyHtml: ({ descriptionHtml }) => descriptionHtml,
  vendor: ({ vendor }) => vendor,
  productType: ({ productType }) => productType,
  tags: ({ tags }) => tags,
  status: ({ status }) => status,
  isGiftCard: ({ isGiftCard }) => isGiftCard,
  requiresSellingPlan: () => false,
  createdAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  publishedAt: ({ status, createdAt }) => (status === "ACTIVE" ? dateTime(createdAt) : null),
  onlineStoreUrl: ({ status, handle }, _args, { shop }) => (status === "ACTIVE" ? `https://${shop.domain}/products/${handle}` : null),
  totalInventory: stockOf,
  tracksInventory: ({ variants }) => variants.some((variant) => variant.tracked),
  hasOnlyDefaultVariant: ({ variants }) => variants.length === 1 && variants[0]?.title === "Default Title",
  hasOutOfStockVariants: ({ variants }) => variants.some(soldOut),
  options: ({ id, optionName, variants }) => [
    { id: gid("ProductOption", id), name: optionName, position: 1, values: variants.map((variant) => variant.title), optionValues: variants.map((variant) => ({ id: gid("ProductOptionValue", variant.id), name: variant.title, hasVariants: true })) },
  ],
  priceRangeV2: (source, _args, { shop }) => prices(shop, source),
  featuredImage: (source, _args, context) => imageOf(context, source),
  featuredMedia: (source, _args, context) => mediaOf(context, source),
  images: (source, args, context) => new Connection([imageOf(context, source)], args, () => source.id),
  media: (source, args, context) => new Connection([mediaOf(context, source)], args, () => source.id),
  mediaCount: () => ({ count: 1, precision: "EXACT" }),
  variants: ({ variants }, args) => new Connection(args.reverse ? variants.toReversed() : variants, args, idOf),
  variantsCount: ({ variants }) => ({ count: variants.length, precision: "EXACT" }),
  collections: ({ id }, args, { shop }) => new Connection(collectionsOf(shop, id), args, idOf),
  inCollection: ({ id }, args, { shop }) => shop.collections.get(parseGid("Collection", String(args.id)) ?? 0)?.productIds.has(id) ?? false,
});

const variant = fields<Variant>({
  ...metafieldFields<Variant>("ProductVariant"),
  id: ({ id }) => gid("ProductVariant", id),
  legacyResourceId: ({ id }) => String(id),
  title: ({ title }) => title,
  displayName: ({ productId, title }, _args, { shop }) => `${shop.products.get(productId)?.title ?? ""} - ${title}`,
  sku: ({ sku }) => sku || null,
  barcode: () => null,
  price: ({ price }, _args, { shop }) => formatFixed(price, shop.currency),
  compareAtPrice: ({ compareAtPrice }, _args, { shop }) => (compareAtPrice === null ? null : formatFixed(compareAtPrice, shop.currency)),
  position: ({ position }) => position,
  taxable: () => true,
  requiresComponents: () => false,
  availableForSale: (source) => !soldOut(source),
  inventoryQuantity: ({ inventoryQuantity }) => inventoryQuantity,
  sellableOnlineQuantity: ({ inventoryQuantity }) => Math.max(0, inventoryQuantity),
  inventoryPolicy: ({ inventoryPolicy }) => inventoryPolicy,
  inventoryItem: (source) => source,
  selectedOptions: ({ productId, title }, _args, { shop }) => [{ name: shop.products.get(productId)?.optionName ?? "Title", value: title }],
  image: () => null,
  createdAt: ({ productId }, _args, { shop }) => dateTime(shop.products.get(productId)?.createdAt ?? 0),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  product: ({ productId }, _args, { shop }) => shop.products.get(productId) ?? null,
});

const inventoryItem = fields<Variant>({
  id: ({ inventoryItemId }) => gid("InventoryItem", inventoryItemId),
  legacyResourceId: ({ inventoryItemId }) => String(inventoryItemId),
  sku: ({ sku }) => sku || null,
  tracked: ({ tracked }) => tracked,
  requiresShipping: () => true,
  unitCost: ({ cost }, _args, { shop }) => (cost === null ? null : money(cost, shop.currency)),
  createdAt: ({ updatedAt }) => dateTime(updatedAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  variant: (source) => source,
  variants: (source, args) => new Connection([source], args, idOf),
  inventoryLevel: (source) => source,
  inventoryLevels: (source, args) => new Connection([source], args, idOf),
  locationsCount: () => ({ count: 1, precision: "EXACT" }),
});

const inventoryLevel = fields<Variant>({
  id: ({ inventoryItemId }, _args, { shop }) => `${gid("InventoryLevel", shop.locationId)}?inventory_item_id=${inventoryItemId}`,
  isActive: () => true,
  item: (source) => source,
  location: (_source, _args, { shop }) => shop,
  quantities: ({ inventoryQuantity, inventoryItemId, updatedAt }, args) =>
    (Array.isArray(args.names) ? args.names : []).map((name) => ({ id: gid("InventoryQuantity", inventoryItemId), name, quantity: name === "available" || name === "on_hand" ? inventoryQuantity : 0, updatedAt: dateTime(updatedAt) })),
  createdAt: ({ updatedAt }) => dateTime(updatedAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
});

const location = fields<Shop>({
  id: ({ locationId }) => gid("Location", locationId),
  legacyResourceId: ({ locationId }) => String(locationId),
  name: () => "Shop location",
  isActive: () => true,
});

const collection = fields<Collection>({
  ...metafieldFields<Collection>("Collection"),
  id: ({ id }) => gid("Collection", id),
  legacyResourceId: ({ id }) => String(id),
  handle: ({ handle }) => handle,
  title: ({ title }) => title,
  description: () => "",
  descriptionHtml: () => "",
  sortOrder: () => "BEST_SELLING",
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  hasProduct: ({ productIds }, args) => productIds.has(parseGid("Product", String(args.id)) ?? 0),
  productsCount: ({ productIds }) => ({ count: productIds.size, precision: "EXACT" }),
  products: ({ productIds }, args, { shop }) => new Connection([...productIds].flatMap((id) => shop.products.get(id) ?? []), args, idOf),
});

export const catalogueFields: Readonly<Record<string, FieldTable>> = {
  Product: product,
  ProductVariant: variant,
  InventoryItem: inventoryItem,
  InventoryLevel: inventoryLevel,
  Location: location,
  Collection: collection,
};
