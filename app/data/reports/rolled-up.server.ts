import { splitSpan } from "../../domain/reports/rolled-span";
import type { Span, SplitSpan } from "../../domain/reports/rolled-span";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface Sources extends SplitSpan {
  /** Quarters within `rolled` that are counted instead. */
  changed: Date[];
  /** The live spans as the queries take them. */
  starts: Date[];
  ends: Date[];
}

/** Where the figures of a span come from: as much as possible from what is rolled up. */
export async function sourcesOf(shop: ShopId, span: Span, currency: string): Promise<Sources> {
  const { rows } = await pool.query<{ rolled_until: Date; changed: Date[] }>(
    `select rolled_until, array(select quarter from figure_changes where shop = $1 and quarter >= $2 and quarter < $3 order by quarter) as changed
       from figure_states where shop = $1 and currency = $4`,
    [shop, span.from, span.to, currency],
  );
  const changed = rows[0]?.changed ?? [];
  const split = splitSpan(span, rows[0]?.rolled_until ?? null, changed);
  return { ...split, changed, starts: split.live.map(({ from }) => from), ends: split.live.map(({ to }) => to) };
}

/** SQL, for shop $1: the rolled-up quarters of a span but for those that changed. */
export function rolledQuarters(parameters: { from: string; to: string; changed: string }): string {
  return `figure_quarters q where q.shop = $1 and q.quarter >= ${parameters.from} and q.quarter < ${parameters.to} and q.quarter <> all(${parameters.changed}::timestamptz[])`;
}
