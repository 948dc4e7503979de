import { nextId } from "./ids";
import type { Metafield, Shop } from "./model";
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
