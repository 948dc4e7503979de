import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { figureFacts } from "./figure-facts";
import type { Span } from "./figures.server";
import { rolledQuarters, sourcesOf } from "./rolled-up.server";

/** Reorder offers that were accepted in a span and confirmed by their order, by the time of the decision. */
export async function countReorders(shop: ShopId, span: Span, currency: string): Promise<number> {
  const { rolled, changed, starts, ends } = await sourcesOf(shop, span, currency);
  const { rows } = await pool.query<{ count: number }>(
    `select coalesce(sum(reorders), 0)::int as count from (
       select q.reorders from ${rolledQuarters({ from: "$5", to: "$6", changed: "$7" })}
       union all
       select reorder::int from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })}) facts
     ) parts`,
    [shop, starts, ends, currency, rolled?.from ?? null, rolled?.to ?? null, changed],
  );
  return rows[0]?.count ?? 0;
}

/** What was kept of the offers decided on in a span with the tax in it, which `readFigures` leaves out; minor units of the currency. */
export async function sumKept(shop: ShopId, span: Span, currency: string): Promise<{ acceptances: number; keptMinor: number; taxMinor: number }> {
  const { rolled, changed, starts, ends } = await sourcesOf(shop, span, currency);
  const { rows } = await pool.query<{ acceptances: number; keptMinor: number; taxMinor: number }>(
    `select coalesce(sum(acceptances), 0)::int as acceptances, coalesce(sum(net + tax), 0)::bigint as "keptMinor", coalesce(sum(tax), 0)::bigint as "taxMinor" from (
       select q.acceptances, q.revenue_minor as net, q.tax_minor as tax from ${rolledQuarters({ from: "$5", to: "$6", changed: "$7" })}
       union all
       select acceptance::int, net, tax from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })}) facts
     ) parts`,
    [shop, starts, ends, currency, rolled?.from ?? null, rolled?.to ?? null, changed],
  );
  return rows[0] ?? { acceptances: 0, keptMinor: 0, taxMinor: 0 };
}

/** Customers who said in a span that they want no offers, and have not taken it back. */
export async function countOptOuts(shop: ShopId, { from, to }: Span): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*) from opt_outs where shop = $1 and opted_out_at >= $2 and opted_out_at < $3 and opted_in_at is null", [shop, from, to],
  );
  return rows[0]?.count ?? 0;
}
