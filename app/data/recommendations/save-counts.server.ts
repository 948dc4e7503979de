import type { ShopId } from "../../domain/shops/shop-id";
import type { Transaction } from "../database.server";
import type { Range } from "./build-pieces.server";

export interface PairToSave {
  /** The product by whose id pieces are made, and the other. */
  ofId: number;
  otherId: number;
  /** In WEIGHT_UNITs. */
  weight: number;
  orders: number;
  customers: number;
}

/** Tables of pairs, with the columns of a pair's two products. */
const pairTables = {
  co_purchase_pairs: ["first_id", "second_id"],
  after_order_pairs: ["from_id", "to_id"],
} as const;

/** Puts what was counted in the place of all that the products of a piece had. */
export async function savePairs(shop: ShopId, table: keyof typeof pairTables, { afterId, lastId, rows }: Range<PairToSave>, client: Transaction): Promise<void> {
  const [of, other] = pairTables[table];
  await client.query(`delete from ${table} where shop = $1 and ${of} > $2 and ${of} <= $3`, [shop, afterId, lastId]);
  await client.query({
    name: `insert_${table}`,
    text: `insert into ${table} (shop, ${of}, ${other}, weight, orders, customers) select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])`,
    values: [
      shop, column(rows.map(({ ofId }) => ofId)), column(rows.map(({ otherId }) => otherId)), column(rows.map(({ weight }) => weight)),
      column(rows.map(({ orders }) => orders)), column(rows.map(({ customers }) => customers)),
    ],
  });
}

/** An array as PostgreSQL reads it; the driver's own way there takes several times as long. */
function column(numbers: readonly number[]): string {
  return `{${numbers.join(",")}}`;
}

/** Tables whose rows are written as JSON: what a piece's rows are made of, and the columns beside the shop. */
const rowTables = {
  co_purchase_products: {
    record: "product_id bigint, weight bigint, orders int, partners bigint, customers int, repeats int, repeat_customers int, gaps int, median_gap float8, typical_days float8, changed_at timestamptz",
    columns: "product_id, weight, orders, partners, customers, repeats, repeat_customers, gaps, median_gap, typical_days, changed_at",
  },
  after_order_products: {
    record: "product_id bigint, from_weight bigint, from_orders int, from_partners bigint, to_weight bigint, to_orders int, to_partners bigint",
    columns: "product_id, from_weight, from_orders, from_partners, to_weight, to_orders, to_partners",
  },
  product_gaps: { record: "product_id bigint, days int, gaps int", columns: "product_id, days, gaps" },
  product_days: { record: "day date, product_id bigint, orders int", columns: "day, product_id, orders" },
} as const;

/** As `savePairs`, of what is kept of single products; rows by the names of the columns. */
export async function saveRows(shop: ShopId, table: keyof typeof rowTables, { afterId, lastId, rows }: Range<object>, client: Transaction): Promise<void> {
  const { record, columns } = rowTables[table];
  await client.query(`delete from ${table} where shop = $1 and product_id > $2 and product_id <= $3`, [shop, afterId, lastId]);
  await client.query(`insert into ${table} (shop, ${columns}) select $1, ${columns} from json_to_recordset($2::json) as x(${record})`, [shop, JSON.stringify(rows)]);
}

/** As `saveRows`, of neighbours; what next orders brought stays until `saveLaterNeighbours`. */
export async function saveNeighbours(shop: ShopId, { afterId, lastId, rows }: Range<{ id: number }>, client: Transaction): Promise<void> {
  await client.query(
    "delete from co_purchase_neighbours where shop = $1 and product_id > $2 and product_id <= $3 and not product_id = any($4::bigint[])", [shop, afterId, lastId, rows.map(({ id }) => id)],
  );
  await client.query(
    `insert into co_purchase_neighbours (shop, product_id, neighbours, regression, slate, affinities, refreshed_at)
     select $1, id, neighbours, regression, slate, affinities, now()
     from json_to_recordset($2::json) as x(id bigint, neighbours json, regression json, slate json, affinities json)
     on conflict (shop, product_id) do update set neighbours = excluded.neighbours, regression = excluded.regression, slate = excluded.slate,
       affinities = excluded.affinities, refreshed_at = excluded.refreshed_at`,
    [shop, JSON.stringify(rows)],
  );
}

/** Adds what customers' next orders brought to the neighbours that are there. */
export async function saveLaterNeighbours(shop: ShopId, { afterId, lastId, rows }: Range<{ id: number }>, client: Transaction): Promise<void> {
  await client.query("update co_purchase_neighbours set after = null where shop = $1 and product_id > $2 and product_id <= $3 and after is not null", [shop, afterId, lastId]);
  await client.query(
    `update co_purchase_neighbours n set after = x.after from json_to_recordset($2::json) as x(id bigint, after json) where n.shop = $1 and n.product_id = x.id`,
    [shop, JSON.stringify(rows)],
  );
}

export interface Totals {
  weight: number;
  orders: number;
  threshold: number;
  medianGap: number | null;
}

/** The shop's totals, in WEIGHT_UNITs, with which the counts are complete. */
export async function saveTotals(shop: ShopId, within: Totals, after: Omit<Totals, "medianGap">, client: Transaction): Promise<void> {
  await client.query("update co_purchase_products set changed_at = null where shop = $1 and changed_at is not null", [shop]);
  await client.query("delete from co_purchase_shops where shop = $1", [shop]);
  await client.query(
    `insert into co_purchase_shops (shop, weight, orders, threshold, threshold_orders, median_gap, after_weight, after_orders, after_threshold, built_at)
     values ($1, $2, $3, $4, $3, $5, $6, $7, $8, now())`,
    [shop, within.weight, within.orders, finite(within.threshold), within.medianGap, after.weight, after.orders, finite(after.threshold)],
  );
}

function finite(threshold: number): number | null {
  return Number.isFinite(threshold) ? threshold : null;
}
