import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

const Order = z.object({
  id: z.number(),
  name: z.string(),
  checkoutToken: z.string().nullable(),
  customerKey: z.string().nullable(),
  currency: z.string(),
  countryCode: z.string().nullable(),
  subtotalMinor: z.number(),
  totalMinor: z.number(),
  processedAt: z.coerce.date(),
  cancelledAt: z.coerce.date().nullable(),
  lines: z.array(z.object({ productId: z.number().nullable(), variantId: z.number().nullable(), title: z.string(), quantity: z.number(), totalMinor: z.number() })),
});
export type OrderWithLines = z.infer<typeof Order>;

/** An order as the mirror holds it, lines in their order; null when the mirror has none of this id. */
export async function findOrderWithLines(shop: ShopId, orderId: number): Promise<OrderWithLines | null> {
  const { rows } = await pool.query<{ found: unknown }>({
    name: "order_with_lines",
    text: `select jsonb_build_object(
             'id', o.id, 'name', o.name, 'checkoutToken', o.checkout_token, 'customerKey', o.customer_key, 'currency', o.currency, 'countryCode', o.country_code,
             'subtotalMinor', o.subtotal_minor, 'totalMinor', o.total_minor, 'processedAt', o.processed_at, 'cancelledAt', o.cancelled_at,
             'lines', (select coalesce(jsonb_agg(jsonb_build_object('productId', l.product_id, 'variantId', l.variant_id, 'title', l.title,
                 'quantity', l.quantity, 'totalMinor', l.total_minor) order by l.id), '[]')
               from order_lines l where l.shop = $1 and l.order_id = o.id)) as found
           from orders o where o.shop = $1 and o.id = $2`,
    values: [shop, orderId],
  });
  return rows[0] ? Order.parse(rows[0].found) : null;
}
