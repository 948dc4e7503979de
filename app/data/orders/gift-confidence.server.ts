import { z } from "zod";
import { isGiver } from "../../domain/courtesy/gift";
import { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

const Confidence = GiftConfidence.nullable();
const Other = z.object({ orderId: z.number(), gift: Confidence });

/**
 * How sure it is that an order is a gift: by its own signs, else "possible" where its customer mostly buys for others.
 * Null for no sign, and for an order that the mirror does not have (yet).
 */
export function giftConfidenceOf(shop: ShopId, orderId: number): Promise<GiftConfidence | null> {
  return read(shop, "id", orderId);
}

/** The same for the order that came of a checkout, by its token. */
export function giftConfidenceOfCheckout(shop: ShopId, checkoutToken: string): Promise<GiftConfidence | null> {
  return read(shop, "checkout_token", checkoutToken);
}

async function read(shop: ShopId, column: "id" | "checkout_token", value: number | string): Promise<GiftConfidence | null> {
  const { rows } = await pool.query<{ gift: unknown; others: unknown[] }>({
    name: `gift-confidence-by-${column}`,
    text: `with wanted as (
             select id, customer_key, gift_confidence from orders where shop = $1 and ${column} = $2 limit 1
           )
           select gift_confidence as gift,
             (select coalesce(jsonb_agg(jsonb_build_object('orderId', other.id, 'gift', other.gift_confidence)), '[]') from (
                select o.id, o.gift_confidence from orders o
                where o.shop = $1 and o.customer_key = wanted.customer_key and o.id <> wanted.id and o.cancelled_at is null and not o.test
                order by o.processed_at desc limit 50
              ) other) as others
           from wanted`,
    values: [shop, value],
  });
  const row = rows[0];
  if (!row) return null;
  return Confidence.parse(row.gift) ?? (isGiver(z.array(Other).parse(row.others)) ? "possible" : null);
}
