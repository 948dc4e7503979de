import type { PoolClient } from "pg";
import type { CountDeltas } from "../../domain/recommendations/count-batch";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

/** Adds what changed across customers' successive orders; products that are followed by others now are marked for new neighbours. */
export async function addFollowing(shop: ShopId, { following }: CountDeltas, client: Queryable): Promise<void> {
  await client.query({
    name: "add_after_order_shop",
    text: "update co_purchase_shops set after_weight = after_weight + $2, after_orders = after_orders + $3 where shop = $1",
    values: [shop, following.weight, following.orders],
  });
  const products = [...following.products].map(([id, delta]) => ({ id, ...delta }));
  await client.query({
    name: "add_after_order_products",
    text: `insert into after_order_products as p (shop, product_id, from_weight, from_orders, from_partners, to_weight, to_orders, to_partners)
           select $1, id, "fromWeight", "fromOrders", "fromPartners", "toWeight", "toOrders", "toPartners"
           from json_to_recordset($2::json) as x(id bigint, "fromWeight" bigint, "fromOrders" int, "fromPartners" bigint,
             "toWeight" bigint, "toOrders" int, "toPartners" bigint)
           order by id
           on conflict (shop, product_id) do update set from_weight = p.from_weight + excluded.from_weight,
             from_orders = p.from_orders + excluded.from_orders, from_partners = p.from_partners + excluded.from_partners,
             to_weight = p.to_weight + excluded.to_weight, to_orders = p.to_orders + excluded.to_orders, to_partners = p.to_partners + excluded.to_partners`,
    values: [shop, JSON.stringify(products)],
  });
  await client.query({
    name: "drop_empty_after_order_products",
    text: "delete from after_order_products where shop = $1 and product_id = any($2::bigint[]) and from_orders = 0 and to_orders = 0",
    values: [shop, products.map(({ id }) => id)],
  });
  const pairs = following.changedPairs;
  if (pairs.length === 0) return;
  await client.query({
    name: "add_after_order_pairs",
    text: `insert into after_order_pairs as p (shop, from_id, to_id, weight, orders, customers)
           select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[]) as x(from_id, to_id, weight, orders, customers)
           order by from_id, to_id
           on conflict (shop, from_id, to_id) do update set weight = p.weight + excluded.weight, orders = p.orders + excluded.orders,
             customers = p.customers + excluded.customers`,
    values: [shop, pairs.map((pair) => pair.fromId), pairs.map((pair) => pair.toId), pairs.map((pair) => pair.weight), pairs.map((pair) => pair.orders), pairs.map((pair) => pair.customers)],
  });
  await client.query({
    name: "drop_empty_after_order_pairs",
    text: `delete from after_order_pairs p using unnest($2::bigint[], $3::bigint[]) as x(from_id, to_id)
           where p.shop = $1 and p.from_id = x.from_id and p.to_id = x.to_id and p.orders = 0`,
    values: [shop, pairs.map((pair) => pair.fromId), pairs.map((pair) => pair.toId)],
  });
  await client.query({
    name: "mark_followed_products",
    text: "update co_purchase_products set changed_at = now() where shop = $1 and product_id = any($2::bigint[]) and changed_at is null",
    values: [shop, [...new Set(pairs.map((pair) => pair.fromId))]],
  });
}
