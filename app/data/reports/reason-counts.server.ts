import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { Span } from "./figures.server";
import { mainReasonSql } from "./main-reason";

export interface ReasonCount {
  /** "chosen", a general reason, or the reason of the first candidate. */
  reason: string;
  orders: number;
}

/** First decisions of purchases in a span whose order has arrived, by their one reason, most first. */
export async function countReasons(shop: ShopId, span: Span): Promise<ReasonCount[]> {
  const { rows } = await pool.query<ReasonCount>(
    `select ${mainReasonSql} as reason, count(*)::int as orders from decisions d
     where d.shop = $1 and d.decided_at >= $2 and d.decided_at < $3 and d.step = 1 and d.order_id is not null
     group by 1 order by 2 desc, 1`,
    [shop, span.from, span.to],
  );
  return rows;
}
