import { companionsFrom } from "../../domain/strategies/companions";
import { isRebought, reordersDue, type RebuyFigures } from "../../domain/strategies/reorders-due";
import type { Sources } from "../../domain/strategies/sources";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { listBestsellers } from "./bestsellers.server";
import { listChoices } from "./companion-choices.server";
import { parseMoves } from "./moves-up.server";
import { NeighbourRow } from "./neighbour-rows";

export interface SourcesQuestion {
  /** Of the order in hand. */
  productIds: readonly number[];
  customerKey: string | null;
  now: Date;
}

interface SourceRow {
  threshold: number | null;
  neighbours: { id: number; neighbours: unknown }[];
  orders: { boughtAt: string; productIds: number[] }[];
  rebuys: ({ id: number } & RebuyFigures)[];
  moves: { id: number; moves: unknown }[];
}

/** What a shop's past tells for one order, read beforehand: rows by key, so that it takes no longer in a shop with more orders. */
export async function readSources(shop: ShopId, { productIds, customerKey, now }: SourcesQuestion): Promise<Sources> {
  const [{ rows }, choices, bestsellers] = await Promise.all([
    pool.query<SourceRow>({ name: "sources", text: sourcesSql, values: [shop, [...new Set(productIds)], customerKey] }),
    listChoices(shop, productIds),
    listBestsellers(shop, now),
  ]);
  const row = rows[0];
  if (!row) throw new Error("A query of single values gave no row");
  const neighbours = new Map(row.neighbours.map(({ id, neighbours: lists }) => [id, NeighbourRow.parse(lists)]));
  const rebuys = new Map(row.rebuys.map(({ id, ...figures }) => [id, figures]));
  const moves = parseMoves(row.moves);
  const orders = row.orders.map(({ boughtAt, productIds: bought }) => ({ boughtAt: new Date(boughtAt), productIds: bought }));
  return {
    companions: (ids) => companionsFrom(ids, { neighbours, threshold: row.threshold, choices }),
    bestsellers: (days) => bestsellers.get(days) ?? [],
    reorders: () => reordersDue(orders, rebuys),
    movesUp: (id) => moves.get(id) ?? [],
    isRebought: (id) => {
      const figures = rebuys.get(id);
      return figures ? isRebought(figures) : null;
    },
  };
}

const sourcesSql = `
  with mine as materialized (
    select bought_at, product_ids from counted_orders where shop = $1 and customer_key = $3 order by bought_at desc limit 50
  )
  select
    (select threshold from co_purchase_shops where shop = $1) as threshold,
    (select coalesce(jsonb_agg(jsonb_build_object('id', product_id, 'neighbours', neighbours)), '[]')
     from co_purchase_neighbours where shop = $1 and product_id = any($2::bigint[])) as neighbours,
    (select coalesce(jsonb_agg(jsonb_build_object('boughtAt', bought_at, 'productIds', product_ids)), '[]') from mine) as orders,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.product_id, 'customers', p.customers, 'repeats', p.repeats,
       'repeatCustomers', p.repeat_customers, 'typicalDays', p.typical_days)), '[]')
     from co_purchase_products p where p.shop = $1 and p.product_id in (select unnest(product_ids) from mine)) as rebuys,
    (select coalesce(jsonb_agg(jsonb_build_object('id', product_id, 'moves', moves)), '[]')
     from co_purchase_moves where shop = $1 and product_id = any($2::bigint[])) as moves`;
