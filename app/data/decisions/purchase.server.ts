import type { CatalogueFacts } from "../../domain/orders/order-facts";
import type { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import type { Reading } from "../read-together.server";
import { readAlone, reading } from "../read-together.server";
import type { StoredDecision } from "./decision-rows";
import { decisionColumns, parseDecision } from "./decision-rows";

export interface PurchaseQuestion {
  placement: Placement;
  referenceId: string;
  customerKey: string | null;
  productIds: readonly number[];
}

/** What the app knows of a purchase beforehand. */
export interface PurchaseBackground {
  /** Already answered at this placement for this purchase, by step. */
  decisions: StoredDecision[];
  /** Of the purchase's products; one that the mirror does not hold is missing. */
  catalogue: Map<number, CatalogueFacts>;
  /** Orders of this customer without this one, cancelled and test orders left out; null for a guest. */
  priorOrders: number | null;
}

interface BackgroundRow {
  decisions: unknown[];
  products: Array<{ id: number; collectionIds: number[]; tags: string[]; vendor: string; productType: string }>;
  prior_orders: number | null;
}

/** Null when the shop is unknown or has uninstalled the app. */
export function purchaseReading({ placement, referenceId, customerKey, productIds }: PurchaseQuestion): Reading<PurchaseBackground | null> {
  return reading<BackgroundRow, PurchaseBackground | null>({
    name: "purchase",
    text: readPurchaseSql,
    values: [placement, referenceId, customerKey, productIds],
    parse: (row) => row && {
      decisions: row.decisions.map(parseDecision),
      catalogue: new Map(row.products.map(({ id, ...facts }) => [id, facts])),
      priorOrders: customerKey === null ? null : row.prior_orders,
    },
  });
}

export async function readPurchase(shop: ShopId, question: PurchaseQuestion): Promise<PurchaseBackground | null> {
  return readAlone(shop, purchaseReading(question));
}

const readPurchaseSql = `
  select
    (select coalesce(jsonb_agg(to_jsonb(known) order by known.step), '[]') from (
       select ${decisionColumns}
       from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
       where d.shop = $1 and d.placement = $2 and d.reference_id = $3
     ) known) as decisions,
    (select coalesce(jsonb_agg(jsonb_build_object(
       'id', p.id, 'collectionIds', p.collection_ids, 'tags', p.tags, 'vendor', p.vendor, 'productType', p.product_type)), '[]')
     from products p where p.shop = $1 and p.id = any($5::bigint[])) as products,
    (select count(*)::int from orders o
     where o.shop = $1 and o.customer_key = $4 and o.checkout_token is distinct from $3
       and o.cancelled_at is null and not o.test) as prior_orders
  from shops s
  where s.shop = $1 and s.uninstalled_at is null`;
