import { nextId } from "./ids";
import type { Metafield, MetafieldDefinition, Shop } from "./model";
import { defineCommand } from "./store";

export interface NewMetafield {
  /** Global id of the shop, product or customer. */
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
}

/** Writes metafields, replacing those with the same owner, namespace and key. */
export const setMetafields = defineCommand("setMetafields", ({ store, at }, args: { shop: string; metafields: NewMetafield[] }): Metafield[] => {
  const shop = store.getShop(args.shop);
  return args.metafields.map((input) => {
    const known = findMetafield(shop, input.ownerId, input.namespace, input.key);
    const metafield: Metafield = { id: known?.id ?? nextId(shop, "metafield"), createdAt: known?.createdAt ?? at, updatedAt: at, ...input };
    shop.metafields.set(keyOf(input.ownerId, input.namespace, input.key), metafield);
    return metafield;
  });
});

/** Adds a definition; null when its owner type, namespace and key are taken. */
export const defineMetafield = defineCommand("defineMetafield", ({ store }, args: { shop: string; definition: Omit<MetafieldDefinition, "id"> }): MetafieldDefinition | null => {
  const shop = store.getShop(args.shop);
  const { ownerType, namespace, key } = args.definition;
  if (shop.metafieldDefinitions.has(keyOf(ownerType, namespace, key))) return null;
  const definition = { id: nextId(shop, "metafieldDefinition"), ...args.definition };
  shop.metafieldDefinitions.set(keyOf(ownerType, namespace, key), definition);
  return definition;
});

export function findMetafieldDefinition(shop: Shop, ownerType: string, namespace: string, key: string): MetafieldDefinition | null {
  return shop.metafieldDefinitions.get(keyOf(ownerType, namespace, key)) ?? null;
}

export function findMetafield(shop: Shop, ownerId: string, namespace: string, key: string): Metafield | null {
  return shop.metafields.get(keyOf(ownerId, namespace, key)) ?? null;
}

export function listMetafields(shop: Shop, ownerId: string): Metafield[] {
  return [...shop.metafields.values()].filter((metafield) => metafield.ownerId === ownerId);
}

/** False when there was none. */
export const deleteMetafield = defineCommand("deleteMetafield", ({ store }, args: { shop: string; ownerId: string; namespace: string; key: string }): boolean =>
  store.getShop(args.shop).metafields.delete(keyOf(args.ownerId, args.namespace, args.key)),
);

function keyOf(ownerId: string, namespace: string, key: string): string {
  return JSON.stringify([ownerId, namespace, key]);
}
