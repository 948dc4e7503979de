import { nextId } from "./ids";
import type { InventoryPolicy, Product, ProductStatus, Shop, Variant } from "./model";
import type { CommandContext } from "./store";
import { defineCommand } from "./store";

export interface NewVariant {
  title?: string;
  sku?: string;
  price: number;
  compareAtPrice?: number | null;
  inventoryQuantity?: number;
  inventoryPolicy?: InventoryPolicy;
  tracked?: boolean;
  cost?: number | null;
}

export interface NewProduct {
  title: string;
  handle?: string;
  descriptionHtml?: string;
  vendor?: string;
  productType?: string;
  tags?: string[];
  status?: ProductStatus;
  isGiftCard?: boolean;
  optionName?: string;
  variants: NewVariant[];
}

/** Adds a product silently; shared by createProduct and the history loader. */
export function addProduct(shop: Shop, input: NewProduct, at: number): Product {
  const product: Product = {
    id: nextId(shop, "product"),
    handle: input.handle ?? handleOf(input.title),
    title: input.title,
    descriptionHtml: input.descriptionHtml ?? "",
    vendor: input.vendor ?? shop.name,
    productType: input.productType ?? "",
    tags: input.tags ?? [],
    status: input.status ?? "ACTIVE",
    isGiftCard: input.isGiftCard ?? false,
    optionName: input.optionName ?? "Title",
    variants: [],
    createdAt: at,
    updatedAt: at,
  };
  for (const variant of input.variants) addVariant(shop, product, variant, at);
  shop.products.set(product.id, product);
  return product;
}

function addVariant(shop: Shop, product: Product, input: NewVariant, at: number): Variant {
  const variant: Variant = {
    id: nextId(shop, "variant"),
    productId: product.id,
    title: input.title ?? "Default Title",
    sku: input.sku ?? "",
    price: input.price,
    compareAtPrice: input.compareAtPrice ?? null,
    inventoryItemId: nextId(shop, "inventoryItem"),
    inventoryQuantity: input.inventoryQuantity ?? 100,
    inventoryPolicy: input.inventoryPolicy ?? "DENY",
    tracked: input.tracked ?? true,
    cost: input.cost ?? null,
    position: product.variants.length + 1,
    updatedAt: at,
  };
  product.variants.push(variant);
  shop.variants.set(variant.id, variant);
  return variant;
}

/** The part of an address that Shopify makes of a title: letters and digits of every script, the Latin ones without accents. */
export function handleOf(title: string): string {
  const plain = title.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "product";
}

/** The variant, or an error that names the shop, since a wrong id is a mistake of the caller. */
export function getVariant(shop: Shop, variantId: number): Variant {
  const variant = shop.variants.get(variantId);
  if (!variant) throw new Error(`${shop.domain} has no variant ${variantId}`);
  return variant;
}

export function getProduct(shop: Shop, productId: number): Product {
  const product = shop.products.get(productId);
  if (!product) throw new Error(`${shop.domain} has no product ${productId}`);
  return product;
}

/** Whether that many can be sold now. */
export function isAvailable(variant: Variant, quantity: number): boolean {
  return !variant.tracked || variant.inventoryPolicy === "CONTINUE" || variant.inventoryQuantity >= quantity;
}

export const createProduct = defineCommand("createProduct", ({ store, at, emit }, args: { shop: string; product: NewProduct }): Product => {
  const shop = store.getShop(args.shop);
  const product = addProduct(shop, args.product, at);
  emit(shop, "products/create", product.id);
  return product;
});

export interface ProductChange {
  shop: string;
  productId: number;
  title?: string;
  vendor?: string;
  productType?: string;
  tags?: string[];
  status?: ProductStatus;
  descriptionHtml?: string;
  variants?: { id: number; price?: number; compareAtPrice?: number | null; title?: string; sku?: string; inventoryPolicy?: InventoryPolicy }[];
  addVariants?: NewVariant[];
  removeVariantIds?: number[];
}

/** Changes a product and its variants and announces products/update once. */
export const updateProduct = defineCommand("updateProduct", ({ store, at, emit }, change: ProductChange): Product => {
  const shop = store.getShop(change.shop);
  const product = getProduct(shop, change.productId);
  const edits = (change.variants ?? []).map((edit) => ({ edit, variant: getVariant(shop, edit.id) }));
  product.title = change.title ?? product.title;
  product.vendor = change.vendor ?? product.vendor;
  product.productType = change.productType ?? product.productType;
  product.tags = change.tags ?? product.tags;
  product.status = change.status ?? product.status;
  product.descriptionHtml = change.descriptionHtml ?? product.descriptionHtml;
  for (const { edit, variant } of edits) {
    variant.price = edit.price ?? variant.price;
    if (edit.compareAtPrice !== undefined) variant.compareAtPrice = edit.compareAtPrice;
    variant.title = edit.title ?? variant.title;
    variant.sku = edit.sku ?? variant.sku;
    variant.inventoryPolicy = edit.inventoryPolicy ?? variant.inventoryPolicy;
    variant.updatedAt = at;
  }
  for (const variant of change.addVariants ?? []) addVariant(shop, product, variant, at);
  for (const id of change.removeVariantIds ?? []) {
    product.variants = product.variants.filter((variant) => variant.id !== id);
    shop.variants.delete(id);
  }
  product.updatedAt = at;
  emit(shop, "products/update", product.id);
  return product;
});

export const deleteProduct = defineCommand("deleteProduct", ({ store, emit, at }, args: { shop: string; productId: number }): void => {
  const shop = store.getShop(args.shop);
  const product = getProduct(shop, args.productId);
  shop.products.delete(product.id);
  for (const variant of product.variants) shop.variants.delete(variant.id);
  for (const collection of shop.collections.values()) {
    if (collection.productIds.delete(product.id)) collection.updatedAt = at;
  }
  emit(shop, "products/delete", product.id);
});

/** Sets the stock of a variant and announces inventory_levels/update and products/update. */
export const setInventory = defineCommand("setInventory", (context, args: { shop: string; variantId: number; available: number }): Variant => {
  const shop = context.store.getShop(args.shop);
  const variant = getVariant(shop, args.variantId);
  changeInventory(context, shop, variant, args.available - variant.inventoryQuantity);
  return variant;
});

/** Says what a unit costs the shop, or null for no longer saying; announces inventory_items/update. */
export const setCost = defineCommand("setCost", ({ store, at, emit }, args: { shop: string; variantId: number; cost: number | null }): Variant => {
  const shop = store.getShop(args.shop);
  const variant = getVariant(shop, args.variantId);
  variant.cost = args.cost;
  variant.updatedAt = at;
  emit(shop, "inventory_items/update", variant.inventoryItemId, { variantId: variant.id });
  return variant;
});

/** Adds to (or takes from) a variant's stock within another change. Products are announced as updated when ordered, as Shopify does. */
export function changeInventory(context: CommandContext, shop: Shop, variant: Variant, delta: number): void {
  const product = getProduct(shop, variant.productId);
  if (variant.tracked) {
    variant.inventoryQuantity += delta;
    variant.updatedAt = context.at;
    context.emit(shop, "inventory_levels/update", variant.inventoryItemId, { variantId: variant.id });
  }
  product.updatedAt = context.at;
  context.emit(shop, "products/update", product.id);
}
