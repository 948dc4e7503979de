import type { CustomerRecords } from "../../domain/backtest/customer-ledger";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** A shop's refunds, one an order and moment, and who asked not to be shown offers. */
export async function readCustomerRecords(shop: ShopId): Promise<CustomerRecords> {
  const [refunds, optOuts] = await Promise.all([
    pool.query<{ order_id: number; times: Date[] }>(
      "select order_id, array_agg(distinct refunded_at) as times from refund_lines where shop = $1 group by order_id", [shop],
    ),
    pool.query<{ customer_key: string; opted_out_at: Date }>("select customer_key, opted_out_at from opt_outs where shop = $1", [shop]),
  ]);
  return {
    refunds: new Map(refunds.rows.map((row) => [row.order_id, row.times])),
    optOuts: new Map(optOuts.rows.map((row) => [row.customer_key, row.opted_out_at])),
  };
}
