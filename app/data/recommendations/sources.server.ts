import type { Trends } from "../../domain/reorders/product-trend";
import type { Overlaps } from "../../domain/recommendations/overlaps";
import { FEWEST_TO_REFINE } from "../../domain/recommendations/score-order";
import { type AskedCompanions, askCompanions, companionsFrom } from "../../domain/strategies/companions";
import { isRebought, reordersDue, type RebuyFigures } from "../../domain/strategies/reorders-due";
import type { Sources } from "../../domain/strategies/sources";
import { leftOutWith } from "../../domain/strategies/staff-choices";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { Reading } from "../read-together.server";
import { readAlone, reading } from "../read-together.server";
import type { Bestsellers } from "./bestsellers.server";
import { listBestsellers } from "./bestsellers.server";
import type { ChosenCompanion } from "./companion-choices.server";
import { choicesOf } from "./companion-choices.server";
import { parseMoves } from "./moves-up.server";
import type { AffinityRow, NeighbourRow, OverlapRow, RegressionRow } from "./neighbour-rows";
import { listTrends } from "./trends.server";

/** Of the customer's own past, somewhat more than is weighed: of what is read, gifts will be left out. */
const PAST_ORDERS_READ = 10;
const PAST_PRODUCTS_READ = 30;

export interface SourcesQuestion {
  /** Of the order in hand. */
  productIds: readonly number[];
  customerKey: string | null;
  now: Date;
  /** Whether what next orders brought is read too; without it `laterCompanions` finds nothing. */
  isAfterOrder?: boolean;
  /** Products that are shown beside each other at most; from two on, what is bought together among companions is read too. */
  room?: number;
}

interface SourceRow {
  threshold: number | null;
  afterThreshold: number | null;
  neighbours: { id: number; neighbours: NeighbourRow; after: NeighbourRow | null; slate: OverlapRow | null }[];
  orders: { boughtAt: string; productIds: number[] }[];
  rebuys: ({ id: number } & RebuyFigures)[];
  moves: { id: number; moves: unknown }[];
  choices: ChosenCompanion[];
  affinities: { id: number; affinities: AffinityRow }[];
}

/**
 * What a shop's past tells for one order, read beforehand: rows by key, so that it takes no longer in a shop with more
 * orders. Neighbours are trusted to be what `refreshNeighbours` alone writes: to check them takes longer than to read them.
 */
export function sourcesReading(shop: ShopId, question: SourcesQuestion): Reading<Sources> {
  const { productIds, customerKey, now, isAfterOrder = false, room = 1 } = question;
  // Begun with the reading; a failure is met when its row is.
  const slow = Promise.all([listBestsellers(shop, now), listTrends(shop, now)]);
  slow.catch(() => undefined);
  return reading<SourceRow, Sources>({
    name: "sources",
    text: sourcesSql,
    values: [[...new Set(productIds)], customerKey, isAfterOrder, room > 1],
    async parse(row) {
      if (!row) throw new Error("A query of single values gave no row");
      const [bestsellers, trends] = await slow;
      return sourcesOf(shop, question, { row, bestsellers, trends });
    },
  });
}

export async function readSources(shop: ShopId, question: SourcesQuestion): Promise<Sources> {
  return readAlone(shop, sourcesReading(shop, question));
}

async function sourcesOf(
  shop: ShopId, { productIds }: SourcesQuestion, { row, bestsellers, trends }: { row: SourceRow; bestsellers: Bestsellers; trends: Trends },
): Promise<Sources> {
  const choices = choicesOf(row.choices);
  const neighbours = new Map(row.neighbours.map(({ id, neighbours: lists }) => [id, lists]));
  const after = new Map(row.neighbours.flatMap(({ id, after: lists }) => (lists === null ? [] : [[id, lists]])));
  const overlaps = new Map(row.neighbours.flatMap(({ id, slate }) => (slate === null ? [] : [[id, overlapsFrom(slate)]])));
  const trend = (id: number) => trends.get(id) ?? 1;
  const affinities = new Map(row.affinities.map(({ id, affinities: { ids, weights } }) => [id, { products: ids, weights }]));
  const question = { neighbours, threshold: row.threshold, choices, trend, affinities };
  const inOrder = [...new Set(productIds)].sort((one, other) => one - other);
  // Scored once, and not before a strategy or the regression of a large order asks for it.
  let asked: AskedCompanions | null = null;
  const ask = () => (asked ??= askCompanions(inOrder, question));
  const regressions = inOrder.length < FEWEST_TO_REFINE ? new Map<number, RegressionRow>() : await readRegressions(shop, ask().best);
  const rebuys = new Map(row.rebuys.map(({ id, ...figures }) => [id, figures]));
  const moves = parseMoves(row.moves);
  const orders = row.orders.map(({ boughtAt, productIds: bought }) => ({ boughtAt: new Date(boughtAt), productIds: bought }));
  return {
    leftOut: (ids) => leftOutWith(ids, choices),
    companions: (ids, past = null) => (isSame(ids, inOrder) ? ask().companions(regressions, past) : companionsFrom(ids, { ...question, regressions }, past)),
    overlaps: (ids) => ids.flatMap((id) => overlaps.get(id) ?? []),
    laterCompanions: (ids) =>
      companionsFrom(ids, { neighbours: after, threshold: row.afterThreshold, choices, trend }).map((companion) => ({ ...companion, isInNextOrder: true })),
    bestsellers: (days) => bestsellers.get(days) ?? [],
    reorders: () => reordersDue(orders, rebuys),
    movesUp: (id) => moves.get(id) ?? [],
    isRebought: (id) => {
      const figures = rebuys.get(id);
      return figures ? isRebought(figures) : null;
    },
  };
}

function overlapsFrom({ products, shares }: OverlapRow): Overlaps {
  return { products, shares: Buffer.from(shares, "base64") };
}

/** Of the best companions of a large order alone: they decide among each other. */
async function readRegressions(shop: ShopId, best: readonly number[]): Promise<ReadonlyMap<number, RegressionRow>> {
  if (best.length === 0) return new Map();
  const { rows } = await pool.query<{ product_id: number; regression: RegressionRow }>({
    name: "regressions",
    text: "select product_id, regression from co_purchase_neighbours where shop = $1 and product_id = any($2::bigint[]) and regression is not null",
    values: [shop, best],
  });
  return new Map(rows.map((row) => [row.product_id, row.regression]));
}

function isSame(ids: readonly number[], others: readonly number[]): boolean {
  return ids.length === others.length && ids.every((id, place) => id === others[place]);
}

const sourcesSql = `
  with mine as materialized (
    select bought_at, order_id, product_ids from counted_orders where shop = $1 and customer_key = $3 order by bought_at desc limit 50
  ), last_orders as (
    -- Not the order in hand, which may be counted by now.
    select row_number() over (order by bought_at desc, order_id desc) as place, product_ids from mine
    where cardinality($2::bigint[]) > 0 and product_ids is distinct from (select array_agg(id order by id) from unnest($2::bigint[]) as id)
  ), last_bought as (
    select id from last_orders, unnest(product_ids) as id where place <= ${String(PAST_ORDERS_READ)} group by id order by min(place), id limit ${String(PAST_PRODUCTS_READ)}
  )
  select
    (select threshold from co_purchase_shops where shop = $1) as threshold,
    (select after_threshold from co_purchase_shops where shop = $1) as "afterThreshold",
    (select coalesce(json_agg(json_build_object('id', product_id, 'neighbours', neighbours, 'after', case when $4::boolean then after end, 'slate', case when $5::boolean then slate end)), '[]')
     from co_purchase_neighbours where shop = $1 and product_id = any($2::bigint[])) as neighbours,
    (select coalesce(jsonb_agg(jsonb_build_object('boughtAt', bought_at, 'productIds', product_ids)), '[]') from mine) as orders,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.product_id, 'customers', p.customers, 'repeats', p.repeats,
       'repeatCustomers', p.repeat_customers, 'typicalDays', p.typical_days)), '[]')
     from co_purchase_products p where p.shop = $1 and p.product_id in (select unnest(product_ids) from mine)) as rebuys,
    (select coalesce(jsonb_agg(jsonb_build_object('id', product_id, 'moves', moves)), '[]')
     from co_purchase_moves where shop = $1 and product_id = any($2::bigint[])) as moves,
    (select coalesce(json_agg(json_build_object('product_id', product_id, 'companion_id', companion_id, 'choice', choice)), '[]')
     from companion_choices where shop = $1 and product_id = any($2::bigint[])) as choices,
    (select coalesce(json_agg(json_build_object('id', product_id, 'affinities', affinities)), '[]')
     from co_purchase_neighbours where shop = $1 and affinities is not null and product_id in (select id from last_bought)) as affinities`;
