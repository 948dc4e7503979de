import type { OptOutCursor } from "../../domain/courtesy/opt-out-listing";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Opt-outs of a span that hold, newest first, after a cursor. */
export async function listOptOuts(shop: ShopId, { from, to }: { from: Date; to: Date }, after: OptOutCursor | null, limit: number): Promise<OptOutCursor[]> {
  const { rows } = await pool.query<OptOutCursor>({
    name: "list-opt-outs",
    text: `select opted_out_at as "optedOutAt", customer_key as "customerKey" from opt_outs
            where shop = $1 and opted_out_at >= $2 and opted_out_at < $3 and opted_in_at is null
              and ($4::timestamptz is null or (opted_out_at, customer_key) < ($4, $5))
            order by opted_out_at desc, customer_key desc limit $6`,
    values: [shop, from, to, after?.optedOutAt ?? null, after?.customerKey ?? null, limit],
  });
  return rows;
}
