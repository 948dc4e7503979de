import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { Span } from "./figures.server";
import { isReorderOffer } from "./reorder-offers";
import { hasArrived, takenJoin, takenState } from "./taken";

/** Reorder offers that were accepted in a span and confirmed by their order, by the time of the decision. */
export async function countReorders(shop: ShopId, { from, to }: Span): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) from decisions d
     left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     ${takenJoin}
     where d.shop = $1 and d.decided_at >= $2 and d.decided_at < $3 and ${isReorderOffer} and ${takenState} = 'confirmed' and ${hasArrived}`,
    [shop, from, to],
  );
  return rows[0]?.count ?? 0;
}

/** Customers who said in a span that they want no offers, and have not taken it back. */
export async function countOptOuts(shop: ShopId, { from, to }: Span): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*) from opt_outs where shop = $1 and opted_out_at >= $2 and opted_out_at < $3 and opted_in_at is null", [shop, from, to],
  );
  return rows[0]?.count ?? 0;
}
