import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface DueLine {
  position: number;
  acceptanceKey: string;
  decisionId: string;
  orderId: number;
  /** Null when the mirror no longer holds the order. */
  orderName: string | null;
  offerName: string | null;
  changedAt: Date;
  grossMinor: number;
  refundMinor: number;
  taxMinor: number;
  netMinor: number;
  feeMinor: number;
}

/** Lines of a period before a position, the newest first; from the beginning without one. */
export async function listDueLines(shop: ShopId, periodId: string, before: number | null, limit: number): Promise<DueLine[]> {
  const { rows } = await pool.query<DueLine>({
    name: "list-due-lines",
    text: `select l.position, l.acceptance_key as "acceptanceKey", l.decision_id as "decisionId", l.order_id as "orderId", o.name as "orderName", f.name as "offerName",
             l.changed_at as "changedAt", l.gross_minor as "grossMinor", l.refund_minor as "refundMinor", l.tax_minor as "taxMinor", l.net_minor as "netMinor", l.fee_minor as "feeMinor"
           from billing_lines l
           left join orders o on o.shop = l.shop and o.id = l.order_id
           left join decisions d on d.shop = l.shop and d.id = l.decision_id
           left join offers f on f.shop = l.shop and f.id = d.offer_id
           where l.shop = $1 and l.period_id = $2 and l.position < $3 order by l.position desc limit $4`,
    values: [shop, periodId, before ?? 2_147_483_647, limit],
  });
  return rows;
}
