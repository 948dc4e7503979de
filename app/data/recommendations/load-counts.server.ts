import { asEarlier, asLater } from "../../domain/recommendations/after-order";
import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** `first` and `second` are the smaller and the greater id; across orders, the earlier and the later product. */
export interface PairRow {
  first_id: number;
  second_id: number;
  weight: number;
  orders: number;
  customers: number;
}

/** Counts in the form in which the domain reads them. */
export interface LoadedCounts {
  counts: CoPurchaseCounts;
  numberOf: (id: number) => number | undefined;
  idOf: (number: number) => number;
}

/** The shop's totals and products with some of its pairs. */
export async function loadCounts(shop: ShopId, pairs: readonly PairRow[]): Promise<LoadedCounts> {
  const [{ rows: [totals] }, { rows: products }] = await Promise.all([
    pool.query<{ weight: number; orders: number }>("select weight, orders from co_purchase_shops where shop = $1", [shop]),
    pool.query<{ product_id: number; weight: number; orders: number; partners: number }>(
      "select product_id, weight, orders, partners from co_purchase_products where shop = $1", [shop],
    ),
  ]);
  const loaded = emptyCounts(products.map((row) => row.product_id));
  loaded.counts.shop(totals?.weight ?? 0, totals?.orders ?? 0);
  for (const [number, row] of products.entries()) loaded.counts.product(number, row.weight, row.orders, row.partners);
  addPairs(loaded, pairs);
  return loaded;
}

/** Adds pairs that are not among those it was loaded with. */
export function addPairs({ counts, numberOf }: LoadedCounts, pairs: readonly PairRow[]): void {
  for (const row of pairs) {
    const [one, other] = [numberOf(row.first_id), numberOf(row.second_id)];
    if (one !== undefined && other !== undefined) counts.pair(Math.min(one, other), Math.max(one, other), row.weight, row.orders, row.customers);
  }
}

/** The same across customers' successive orders: under `asEarlier` and `asLater` of a product's number. */
export async function loadFollowing(shop: ShopId, pairs: readonly PairRow[]): Promise<LoadedCounts> {
  const [{ rows: [totals] }, { rows: products }] = await Promise.all([
    pool.query<{ after_weight: number; after_orders: number }>("select after_weight, after_orders from co_purchase_shops where shop = $1", [shop]),
    pool.query<{ product_id: number; from_weight: number; from_orders: number; from_partners: number; to_weight: number; to_orders: number; to_partners: number }>(
      "select product_id, from_weight, from_orders, from_partners, to_weight, to_orders, to_partners from after_order_products where shop = $1", [shop],
    ),
  ]);
  const loaded = emptyCounts(products.map((row) => row.product_id));
  const { counts, numberOf } = loaded;
  counts.shop(totals?.after_weight ?? 0, totals?.after_orders ?? 0);
  for (const [number, row] of products.entries()) {
    counts.product(asEarlier(number), row.from_weight, row.from_orders, row.from_partners);
    counts.product(asLater(number), row.to_weight, row.to_orders, row.to_partners);
  }
  for (const row of pairs) {
    const [from, to] = [numberOf(row.first_id), numberOf(row.second_id)];
    if (from === undefined || to === undefined) continue;
    const [one, other] = [asEarlier(from), asLater(to)];
    counts.pair(Math.min(one, other), Math.max(one, other), row.weight, row.orders, row.customers);
  }
  return loaded;
}

function emptyCounts(ids: readonly number[]): LoadedCounts {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { counts: new CoPurchaseCounts(), numberOf: (id) => numbers.get(id), idOf: (number) => ids[number] ?? 0 };
}
