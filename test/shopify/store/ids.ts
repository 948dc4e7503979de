import type { Shop } from "./model";

/** First id of each kind; the ranges of shops and kinds never meet, as Shopify's ids are unique over all shops. */
const BASES = {
  product: 7_100_000_000_000,
  variant: 40_100_000_000_000,
  inventoryItem: 42_100_000_000_000,
  collection: 270_100_000_000,
  customer: 6_100_000_000_000,
  order: 5_100_000_000_000,
  orderLine: 13_100_000_000_000,
  shippingLine: 4_100_000_000_000,
  agreement: 15_100_000_000_000,
  sale: 16_100_000_000_000,
  refund: 900_100_000_000,
  refundLine: 560_100_000_000,
  return: 30_100_000_000,
  dispute: 36_100_000_000,
  transaction: 6_600_000_000_000,
  metafield: 23_100_000_000_000,
  metafieldDefinition: 24_100_000_000,
  subscription: 1_100_000_000_000,
  bulkOperation: 3_100_000_000_000,
  installation: 700_100_000_000,
  appSubscription: 36_200_000_000,
  usageRecord: 59_100_000_000,
  discount: 1_400_100_000_000,
  redeemCode: 19_100_000_000_000,
  codeCreation: 1_700_100_000_000,
  sellingPlanGroup: 2_100_000_000,
  sellingPlan: 3_600_000_000,
} as const;

export type IdKind = keyof typeof BASES;

const PER_SHOP = 20_000_000;

/** The next id of a kind in a shop. */
export function nextId(shop: Shop, kind: IdKind): number {
  const count = (shop.sequences[kind] ?? 0) + 1;
  shop.sequences[kind] = count;
  return BASES[kind] + (shop.id % 10_000) * PER_SHOP + count;
}

/** Shopify's global id of a resource. */
export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The numeric part of a global id of the given type, or null when it is another type or no global id. */
export function parseGid(type: string, value: string): number | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(value);
  return match?.[1] === type ? Number(match[2]) : null;
}
