import type { PoolClient } from "pg";
import { countDeltas, type ContributionChange, type CountDeltas } from "../../domain/recommendations/count-batch";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";
import { addFollowing } from "./add-following.server";
import { addGaps } from "./add-gaps.server";
import { listCounted, listMirroredContributions, lockCounts, saveCounted } from "./contributions.server";
import { restartBuild } from "./count-builds.server";
import { clearUncounted, listUncounted } from "./uncounted-orders.server";

type Queryable = Pick<PoolClient, "query">;

/** Counts the next orders that changed; returns how many it found. What they contributed before is taken back first. */
export async function countNextOrders(shop: ShopId, limit: number): Promise<number> {
  return inTransaction(async (client) => {
    await lockCounts(shop, client);
    const changed = await listUncounted(shop, limit, client);
    if (changed.length === 0) return 0;
    await recount(shop, changed.map(({ orderId }) => orderId), client);
    await clearUncounted(shop, changed, client);
    return changed.length;
  });
}

/** Brings the counts to what the mirror holds of these orders; the counts have to be locked. Repeating it changes nothing. */
export async function recount(shop: ShopId, orderIds: readonly number[], client: Queryable): Promise<void> {
  const after = new Map((await listMirroredContributions(shop, orderIds, client)).map((order) => [order.orderId, order]));
  // A count of all that is under way has noted them as they were.
  if (await restartBuild(shop, client)) {
    await saveCounted(shop, orderIds, [...after.values()], client);
    return;
  }
  const held = await listCounted(shop, orderIds, [], client);
  const before = new Map(held.map((order) => [order.orderId, order]));
  const keys = new Set([...after.values(), ...held].flatMap(({ customerKey }) => customerKey ?? []));
  const counted = await listCounted(shop, orderIds, [...keys], client);
  const changes: ContributionChange[] = orderIds.map((id) => ({ before: before.get(id) ?? null, after: after.get(id) ?? null }));
  await addDeltas(shop, countDeltas(changes, counted), client);
  await saveCounted(shop, orderIds, [...after.values()], client);
}

async function addDeltas(shop: ShopId, deltas: CountDeltas, client: Queryable): Promise<void> {
  await client.query(
    `insert into co_purchase_shops as s (shop, weight, orders) values ($1, $2, $3)
     on conflict (shop) do update set weight = s.weight + excluded.weight, orders = s.orders + excluded.orders`,
    [shop, deltas.weight, deltas.orders],
  );
  await addProducts(shop, deltas, client);
  await addPairs(shop, deltas, client);
  await addDays(shop, deltas, client);
  await addGaps(shop, deltas.gaps, client);
  await addFollowing(shop, deltas, client);
}

async function addProducts(shop: ShopId, { products }: CountDeltas, client: Queryable): Promise<void> {
  const rows = [...products].map(([id, delta]) => ({ id, ...delta }));
  await client.query({
    name: "add_product_counts",
    text: `insert into co_purchase_products as p (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, changed_at)
           select $1, id, weight, orders, partners, customers, repeats, "repeatCustomers", now()
           from json_to_recordset($2::json) as x(id bigint, weight bigint, orders int, partners bigint, customers int, repeats int, "repeatCustomers" int)
           order by id
           on conflict (shop, product_id) do update set weight = p.weight + excluded.weight, orders = p.orders + excluded.orders,
             partners = p.partners + excluded.partners, customers = p.customers + excluded.customers, repeats = p.repeats + excluded.repeats,
             repeat_customers = p.repeat_customers + excluded.repeat_customers, changed_at = coalesce(p.changed_at, excluded.changed_at)`,
    values: [shop, JSON.stringify(rows)],
  });
  await client.query({
    name: "drop_empty_product_counts",
    text: "delete from co_purchase_products where shop = $1 and product_id = any($2::bigint[]) and orders = 0",
    values: [shop, [...products.keys()]],
  });
}

async function addPairs(shop: ShopId, { pairs }: CountDeltas, client: Queryable): Promise<void> {
  const columns = (Object.keys(emptyPair) as (keyof typeof emptyPair)[]).map((name) => pairs.map((pair) => pair[name]));
  await client.query({
    name: "add_pair_counts",
    text: `insert into co_purchase_pairs as p (shop, first_id, second_id, weight, orders, customers)
           select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[]) as x(first_id, second_id, weight, orders, customers)
           order by first_id, second_id
           on conflict (shop, first_id, second_id) do update set weight = p.weight + excluded.weight, orders = p.orders + excluded.orders,
             customers = p.customers + excluded.customers`,
    values: [shop, ...columns],
  });
  const reversed = pairs.filter(({ orders }) => orders < 0);
  if (reversed.length === 0) return;
  await client.query({
    name: "drop_empty_pair_counts",
    text: `delete from co_purchase_pairs p using unnest($2::bigint[], $3::bigint[]) as x(first_id, second_id)
           where p.shop = $1 and p.first_id = x.first_id and p.second_id = x.second_id and p.orders = 0`,
    values: [shop, reversed.map(({ firstId }) => firstId), reversed.map(({ secondId }) => secondId)],
  });
}

/** In the order of the statement's columns. */
const emptyPair = { firstId: 0, secondId: 0, weight: 0, orders: 0, customers: 0 };

async function addDays(shop: ShopId, { days }: CountDeltas, client: Queryable): Promise<void> {
  const rows = [...days].flatMap(([day, products]) => [...products].filter(([, orders]) => orders !== 0).map(([id, orders]) => ({ day, id, orders })));
  await client.query({
    name: "add_day_counts",
    text: `insert into product_days as d (shop, day, product_id, orders)
           select $1, day, id, orders from json_to_recordset($2::json) as x(day date, id bigint, orders int) order by day, id
           on conflict (shop, day, product_id) do update set orders = d.orders + excluded.orders`,
    values: [shop, JSON.stringify(rows)],
  });
  await client.query({
    name: "drop_empty_day_counts",
    text: `delete from product_days d using json_to_recordset($2::json) as x(day date, id bigint)
           where d.shop = $1 and d.day = x.day and d.product_id = x.id and d.orders = 0`,
    values: [shop, JSON.stringify(rows)],
  });
}
