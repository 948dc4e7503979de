import { z } from "zod";
import { isGiver } from "../../domain/courtesy/gift";
import { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { Reading } from "../read-together.server";
import { reading } from "../read-together.server";

const Confidence = GiftConfidence.nullable();
const Other = z.object({ orderId: z.number(), gift: Confidence });

/**
 * How sure it is that the order that came of a checkout is a gift: by its own signs, else "possible" where its customer
 * mostly buys for others. Null for no sign, and for an order that the mirror does not have (yet).
 */
export function giftOfCheckoutReading(checkoutToken: string): Reading<GiftConfidence | null> {
  return reading<{ gift: unknown; others: unknown[] }, GiftConfidence | null>({
    name: "gift",
    text: `with wanted as (
             select id, customer_key, gift_confidence from orders where shop = $1 and checkout_token = $2 limit 1
           )
           select gift_confidence as gift,
             (select coalesce(jsonb_agg(jsonb_build_object('orderId', other.id, 'gift', other.gift_confidence)), '[]') from (
                select o.id, o.gift_confidence from orders o
                where o.shop = $1 and o.customer_key = wanted.customer_key and o.id <> wanted.id and o.cancelled_at is null and not o.test
                order by o.processed_at desc limit 50
              ) other) as others
           from wanted`,
    values: [checkoutToken],
    parse: (row) => row && (Confidence.parse(row.gift) ?? (isGiver(z.array(Other).parse(row.others)) ? "possible" : null)),
  });
}
