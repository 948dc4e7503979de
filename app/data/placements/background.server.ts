import { z } from "zod";
import type { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { StoredDecision } from "../decisions/decision-rows";
import { decisionColumns, parseDecision } from "../decisions/decision-rows";

export interface BackgroundQuestion {
  placement: Placement;
  /** Of the decision. */
  referenceId: string;
  /** Of the purchase; null where none is in hand. */
  checkoutToken: string | null;
  /** Of the customer who is logged in; null for nobody. */
  customerKey: string | null;
  now: Date;
}

const Order = z.object({
  countryCode: z.string().nullable(),
  sourceName: z.string(),
  gateways: z.array(z.string()),
  discountCodes: z.array(z.string()),
  totalMinor: z.number(),
  lines: z.array(z.object({ productId: z.number().nullable(), variantId: z.number().nullable(), quantity: z.number(), unitMinor: z.number(), totalMinor: z.number() })),
});
/** The mirrored order that came of a purchase, as far as deciding looks at it. */
export type PlacedOrder = z.infer<typeof Order>;

const Added = z.object({ offerId: z.string(), productId: z.number(), variantId: z.number(), quantity: z.number(), amountMinor: z.number() });

/** What the app knows of a block's question beforehand. */
export interface BlockBackground {
  /** The answer that this placement gave already. */
  decision: StoredDecision | null;
  /** What became of that answer's offer at other placements, for this customer or purchase. */
  elsewhere: { isDeclined: boolean; isOpen: boolean };
  /** Null until the mirror holds it. */
  order: PlacedOrder | null;
  /** The one who is logged in, else the order's, else an earlier decision's of this purchase. */
  customerKey: string | null;
  /** Orders of this customer without this one, cancelled and test orders left out; null for a guest. */
  priorOrders: number | null;
  /** What one click added to this purchase. */
  added: z.infer<typeof Added>[];
}

interface BackgroundRow {
  decision: unknown;
  isDeclined: boolean;
  isOpen: boolean;
  placed: unknown;
  customerKey: string | null;
  priorOrders: number;
  added: unknown;
}

/** Null when the shop is unknown or has uninstalled the app; one round trip. */
export async function readBlockBackground(shop: ShopId, { placement, referenceId, checkoutToken, customerKey, now }: BackgroundQuestion): Promise<BlockBackground | null> {
  const { rows } = await pool.query<BackgroundRow>({ name: "block_background", text: backgroundSql, values: [shop, placement, referenceId, checkoutToken, customerKey, now] });
  const row = rows[0];
  if (!row) return null;
  return {
    decision: row.decision ? parseDecision(row.decision) : null,
    elsewhere: { isDeclined: row.isDeclined, isOpen: row.isOpen },
    order: row.placed ? Order.parse(row.placed) : null,
    customerKey: row.customerKey,
    priorOrders: row.customerKey === null ? null : row.priorOrders,
    added: z.array(Added).parse(row.added),
  };
}

const backgroundSql = `
  with placed as materialized (
    select * from orders where shop = $1 and checkout_token = $4 order by id limit 1
  ), asked as materialized (
    select id, offer_id from decisions where shop = $1 and placement = $2 and reference_id = $3 and step = 1
  ), who as materialized (
    select coalesce($5, (select customer_key from placed), (
      select customer_key from decisions where shop = $1 and reference_id = $4 and customer_key is not null order by decided_at desc limit 1
    )) as key
  ), others as materialized (
    select d.declined_at, d.impression_at, d.expires_at, d.placement
    from asked join decisions d on d.shop = $1 and d.offer_id = asked.offer_id and d.id <> asked.id and d.outcome = 'offered'
      and (d.customer_key = (select key from who) or d.reference_id = $4)
  )
  select
    exists (select from others where declined_at is not null) as "isDeclined",
    exists (select from others where placement <> $2 and impression_at is not null and declined_at is null and expires_at > $6) as "isOpen",
    (select to_jsonb(known) from (
       select ${decisionColumns}
       from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
       where d.shop = $1 and d.placement = $2 and d.reference_id = $3 and d.step = 1
     ) known) as decision,
    (select jsonb_build_object(
       'countryCode', placed.country_code, 'sourceName', placed.source_name, 'gateways', placed.gateways,
       'discountCodes', placed.discount_codes, 'totalMinor', placed.total_minor,
       'lines', (select coalesce(jsonb_agg(jsonb_build_object('productId', l.product_id, 'variantId', l.variant_id, 'quantity', l.quantity,
           'unitMinor', l.unit_minor, 'totalMinor', l.total_minor) order by l.id), '[]')
         from order_lines l where l.shop = $1 and l.order_id = placed.id))
     from placed) as placed,
    (select key from who) as "customerKey",
    (select count(*)::int from orders o
     where o.shop = $1 and o.customer_key = (select key from who) and ($4::text is null or o.checkout_token is distinct from $4)
       and o.cancelled_at is null and not o.test) as "priorOrders",
    (select coalesce(jsonb_agg(jsonb_build_object('offerId', d.offer_id, 'productId', d.presented->'productId', 'variantId', a.variant_id,
       'quantity', a.quantity, 'amountMinor', a.amount_minor)), '[]')
     from decisions d join acceptances a on a.shop = d.shop and a.decision_id = d.id
     where d.shop = $1 and d.reference_id = $4 and a.state <> 'failed') as added
  from shops s
  where s.shop = $1 and s.uninstalled_at is null`;
