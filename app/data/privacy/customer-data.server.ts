import type { ShopId } from "../../domain/shops/shop-id";
import { reduceOptOut } from "../courtesy/opt-outs.server";
import { forgetCustomerTags } from "../customers/customer-tags.server";
import type { Transaction } from "../database.server";
import { inTransaction, pool } from "../database.server";
import { forgetDecisions } from "../decisions/privacy.server";
import { forgetCouponHolders } from "../discounts/coupons.server";
import { remakeExports } from "../exports/exports.server";
import { forgetFlow } from "../flow/outbox.server";
import { forgetOrderLinks } from "../links/order-links.server";
import { recount } from "../recommendations/apply-counts.server";
import { listCounted, lockCounts } from "../recommendations/contributions.server";
import { forgetDues } from "../reorders/dues.server";
import { forgetTold } from "../reorders/hand-over.server";
import { forgetInWalks } from "../reorders/walks.server";

/** Who or what a privacy request is about; a guest's orders are known by a hash, a customer's by id. */
export interface Subject {
  customerKeys: readonly string[];
  orderIds: readonly number[];
}

export interface HeldOrder {
  name: string;
  processedAt: Date;
  currency: string;
  totalMinor: number;
  countryCode: string | null;
  /** possible | likely | certain */
  giftConfidence: string | null;
  /** Returns and disputes. */
  cases: { kind: string; openedAt: string; closedAt: string | null }[];
}

/** Every order held on a customer, oldest first. */
export async function describeOrders(shop: ShopId, { customerKeys, orderIds }: Subject): Promise<HeldOrder[]> {
  const { rows } = await pool.query<HeldOrder>(
    `select name, processed_at as "processedAt", currency, total_minor as "totalMinor", country_code as "countryCode",
            gift_confidence as "giftConfidence",
            (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'openedAt', c.opened_at, 'closedAt', c.closed_at) order by c.opened_at), '[]')
               from service_cases c where c.shop = orders.shop and c.order_id = orders.id) as cases
       from orders where shop = $1 and (customer_key = any($2::text[]) or id = any($3::bigint[])) order by processed_at, id`,
    [shop, customerKeys, orderIds],
  );
  return rows;
}

/** What a customer is held to be due to buy again, and what Shopify was told of it. */
export async function describeReorders(shop: ShopId, { customerKeys }: Subject) {
  const [dues, told] = await Promise.all([
    pool.query<{ productId: number; dueFrom: string; dueUntil: string; timesBought: number }>(
      `select product_id as "productId", due_from::text as "dueFrom", due_until::text as "dueUntil", times_bought as "timesBought"
       from reorder_dues where shop = $1 and customer_key = any($2::text[]) order by due_from, product_id`,
      [shop, customerKeys],
    ),
    pool.query<{ given: string; toldAt: Date }>(`select given, told_at as "toldAt" from reorders_told where shop = $1 and customer_key = any($2::text[])`, [shop, customerKeys]),
  ]);
  return { due: dues.rows, toldShopify: told.rows };
}

/**
 * Takes out of the mirror, its orders' decisions, the inbox, exports and earlier privacy requests whatever leads to the customer:
 * all or nothing, for the rest would not be found again. What was sold stays, for the figures. Repeating it changes nothing.
 */
export async function forgetCustomer(shop: ShopId, { customerKeys, orderIds }: Subject, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    // First, since it may be waited for: until then nobody waits for this.
    await lockCounts(shop, client);
    const { rows } = await client.query<{ id: number }>(
      `update orders set customer_key = null, country_code = null, gift_confidence = null, redacted_at = coalesce(redacted_at, $4)
        where shop = $1 and (customer_key = any($2::text[]) or id = any($3::bigint[])) returning id`,
      [shop, customerKeys, orderIds, now],
    );
    const ids = [...rows.map(({ id }) => id), ...orderIds];
    await forgetDecisions(shop, { orderIds: ids }, client);
    await reduceOptOut(shop, customerKeys, client);
    await forgetCouponHolders(shop, customerKeys, ids, client);
    await forgetFlow(shop, customerKeys, client);
    await forgetOrderLinks(shop, ids, client);
    await forgetDues(shop, customerKeys, client);
    await forgetTold(shop, customerKeys, client);
    await forgetCustomerTags(shop, customerKeys, client);
    await forgetInWalks(shop, customerKeys, client);
    await remakeExports(shop, now, client);
    // The counts know whose orders they hold: from now on nobody's.
    await recount(shop, await listCountedOrderIds(shop, ids, customerKeys, client), client);
    await client.query(
      "update privacy_requests set customer_key = null, report = null where shop = $1 and customer_key = any($2::text[])",
      [shop, customerKeys],
    );
    await client.query(
      `update webhook_events
          set payload = payload - '{customer,customerId,guest_key,gift,shipping_address,billing_address,orders_requested,orders_to_redact}'::text[]
        where shop = $1
          and (payload->>'guest_key' = any($2::text[])
            or 'c:' || (payload->'customer'->>'id') = any($2::text[])
            or replace(payload->>'customerId', 'gid://shopify/Customer/', 'c:') = any($2::text[])
            or (topic like 'orders/%' and payload->>'id' = any($3::text[])))`,
      [shop, customerKeys, ids.map(String)],
    );
  });
}

async function listCountedOrderIds(shop: ShopId, orderIds: readonly number[], customerKeys: readonly string[], client: Transaction): Promise<number[]> {
  return (await listCounted(shop, orderIds, customerKeys, client)).map(({ orderId }) => orderId);
}
