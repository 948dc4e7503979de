import type { PoolClient } from "pg";
import type { CustomerTags } from "../../domain/customers/customer-tags";
import type { CustomerKey } from "../../domain/orders/customer-key";
import { mostSuggested } from "../../domain/rules/known-values";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { beginning, holding } from "../like-pattern";

type Queryable = Pick<PoolClient, "query">;

/** No answer of Shopify's is later. */
const afterAll = new Date("9999-12-31T00:00:00Z");

/**
 * Keeps what Shopify answered at a moment, unless a later answer is held, and counts anew who has which tag. Of customers
 * without tags nothing is kept. Keys must differ within a call; run it in a transaction.
 */
export async function saveCustomerTags(shop: ShopId, told: readonly CustomerTags[], observedAt: Date, client: Queryable): Promise<void> {
  if (told.length === 0) return;
  // The counts are worked out of what was held before, which must not change meanwhile.
  await client.query({ name: "lock-customer-tags", text: "select pg_advisory_xact_lock(hashtextextended('customer-tags:' || $1, 0))", values: [shop] });
  await client.query({
    name: "save-customer-tags",
    text: `with fresh as materialized (
             select x.customer_key, x.tags, coalesce(held.tags, '{}') as before
             from json_to_recordset($2::json) as x(customer_key text, tags text[])
               left join customer_tags held on held.shop = $1 and held.customer_key = x.customer_key
             where held.observed_at is null or held.observed_at <= $3
           ), changed as (
             select tag, sum(difference)::int as difference from (
               select unnest(tags) as tag, 1 as difference from fresh union all select unnest(before), -1 from fresh
             ) each group by tag having sum(difference) <> 0
           ), counted as (
             insert into customer_tag_counts as held (shop, tag, customers) select $1, tag, difference from changed
             on conflict (shop, tag) do update set customers = held.customers + excluded.customers
           )
           insert into customer_tags (shop, customer_key, tags, observed_at)
           select $1, customer_key, tags, $3 from fresh where cardinality(tags) + cardinality(before) > 0
           on conflict (shop, customer_key) do update set tags = excluded.tags, observed_at = excluded.observed_at`,
    values: [shop, JSON.stringify(told.map(({ customerKey, tags }) => ({ customer_key: customerKey, tags }))), observedAt],
  });
  await client.query({ name: "drop-unused-customer-tags", text: "delete from customer_tag_counts where shop = $1 and customers <= 0", values: [shop] });
}

/** Leaves nothing of these customers' tags, nor a tag that only they had. */
export async function forgetCustomerTags(shop: ShopId, customerKeys: readonly CustomerKey[], client: Queryable): Promise<void> {
  await saveCustomerTags(shop, customerKeys.map((customerKey) => ({ customerKey, tags: [] })), afterAll, client);
  await client.query("delete from customer_tags where shop = $1 and customer_key = any($2::text[])", [shop, customerKeys]);
}

/** The tags held on a person. */
export async function readCustomerTags(shop: ShopId, customerKeys: readonly CustomerKey[]): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>(
    "select distinct unnest(tags) as tag from customer_tags where shop = $1 and customer_key = any($2::text[]) order by 1",
    [shop, customerKeys],
  );
  return rows.map(({ tag }) => tag);
}

/** Tags of the shop's customers that hold the text: those that begin with it first, then those that most customers have. */
export async function searchCustomerTags(shop: ShopId, text: string): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>({
    name: "search-customer-tags",
    text: "select tag from customer_tag_counts where shop = $1 and tag ilike $2 escape '\\' order by tag ilike $4 escape '\\' desc, customers desc, tag limit $3",
    values: [shop, holding(text), mostSuggested, beginning(text)],
  });
  return rows.map(({ tag }) => tag);
}
