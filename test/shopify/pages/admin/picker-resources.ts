import type { PickerRequest } from "../../app-bridge/contract";
import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Collection, Product, Shop, Variant } from "../../store/model";
import { isAvailable } from "../../store/products";
import { pictureUrl } from "../../pictures/picture-url";

const time = (at: number) => new Date(at).toISOString();

/** A product in the shape that App Bridge's resource picker resolves to; `variants` narrows it to those. */
export function pickedProduct(origin: string, shop: Shop, product: Product, variants: readonly Variant[] = product.variants) {
  const image = { id: gid("ProductImage", product.id), altText: product.title, originalSrc: pictureUrl(origin, shop, product.id) };
  return {
    id: gid("Product", product.id),
    availablePublicationCount: 1,
    createdAt: time(product.createdAt),
    descriptionHtml: product.descriptionHtml,
    handle: product.handle,
    hasOnlyDefaultVariant: product.variants.length === 1,
    images: [image],
    options: [{ id: gid("ProductOption", product.id), name: product.optionName, position: 1, values: product.variants.map(({ title }) => title) }],
    productType: product.productType,
    publishedAt: product.status === "ACTIVE" ? time(product.createdAt) : null,
    tags: product.tags,
    templateSuffix: null,
    title: product.title,
    totalInventory: product.variants.reduce((sum, { inventoryQuantity }) => sum + inventoryQuantity, 0),
    totalVariants: product.variants.length,
    tracksInventory: product.variants.some(({ tracked }) => tracked),
    variants: variants.map((variant) => pickedVariant(shop, product, variant)),
    vendor: product.vendor,
    updatedAt: time(product.updatedAt),
    status: product.status,
  };
}

/** A variant in the picker's shape. */
export function pickedVariant(shop: Shop, product: Product, variant: Variant) {
  return {
    id: gid("ProductVariant", variant.id),
    availableForSale: isAvailable(variant, 1),
    barcode: null,
    compareAtPrice: variant.compareAtPrice === null ? null : formatFixed(variant.compareAtPrice, shop.currency),
    createdAt: time(product.createdAt),
    displayName: `${product.title} - ${variant.title}`,
    image: null,
    inventoryItem: { id: gid("InventoryItem", variant.inventoryItemId) },
    inventoryManagement: variant.tracked ? "SHOPIFY" : "NOT_MANAGED",
    inventoryPolicy: variant.inventoryPolicy,
    inventoryQuantity: variant.inventoryQuantity,
    position: variant.position,
    price: formatFixed(variant.price, shop.currency),
    product: { id: gid("Product", product.id), title: product.title },
    requiresShipping: true,
    selectedOptions: [{ value: variant.title }],
    sku: variant.sku,
    taxable: true,
    title: variant.title,
    weight: null,
    weightUnit: "KILOGRAMS",
    updatedAt: time(variant.updatedAt),
  };
}

/** A collection in the picker's shape. */
export function pickedCollection(collection: Collection) {
  return {
    id: gid("Collection", collection.id),
    availablePublicationCount: 1,
    description: "",
    descriptionHtml: "",
    handle: collection.handle,
    image: null,
    productsAutomaticallySortedCount: 0,
    productsCount: collection.productIds.size,
    productsManuallySortedCount: collection.productIds.size,
    publicationCount: 1,
    ruleSet: null,
    seo: { description: null, title: null },
    sortOrder: "MANUAL",
    storefrontId: gid("Collection", collection.id),
    templateSuffix: null,
    title: collection.title,
    updatedAt: time(collection.updatedAt),
  };
}

export type PickedProduct = ReturnType<typeof pickedProduct>;
export type PickedCollection = ReturnType<typeof pickedCollection>;

const PER_PAGE = 25;

interface PickerPage {
  readonly rows: readonly (PickedProduct | PickedCollection)[];
  readonly hasMore: boolean;
}

/** One page of what can be picked, in the order of the catalogue. */
export function pickerPage(origin: string, shop: Shop, type: PickerRequest["type"], words: string, statuses: readonly string[], page: number): PickerPage {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (title: string) => asked.every((word) => title.toLowerCase().includes(word));
  const from = (page - 1) * PER_PAGE;
  if (type === "collection") {
    const found = [...shop.collections.values()].filter(({ title }) => matches(title));
    return { rows: found.slice(from, from + PER_PAGE).map(pickedCollection), hasMore: found.length > from + PER_PAGE };
  }
  const found = [...shop.products.values()].filter(({ title, status }) => statuses.includes(status) && matches(title));
  return { rows: found.slice(from, from + PER_PAGE).map((product) => pickedProduct(origin, shop, product)), hasMore: found.length > from + PER_PAGE };
}

/** Products and collections by their ids, for what is chosen already; ids that no longer exist are left out. */
export function pickedByIds(origin: string, shop: Shop, ids: readonly string[]): (PickedProduct | PickedCollection)[] {
  return ids.flatMap((id): (PickedProduct | PickedCollection)[] => {
    const number = Number(id.split("/").at(-1));
    if (id.includes("/Collection/")) {
      const collection = shop.collections.get(number);
      return collection ? [pickedCollection(collection)] : [];
    }
    const productId = id.includes("/ProductVariant/") ? shop.variants.get(number)?.productId : number;
    const product = productId === undefined ? undefined : shop.products.get(productId);
    return product ? [pickedProduct(origin, shop, product)] : [];
  });
}
