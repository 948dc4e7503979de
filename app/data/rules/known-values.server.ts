import type { KnownList } from "../../domain/rules/known-values";
import { mostSuggested } from "../../domain/rules/known-values";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { beginning, holding } from "../like-pattern";

/**
 * What is told by orders and decisions is read from the newest of them, so that no search grows with a shop's past. Each
 * gives a row for every time that a value occurs.
 */
const newest = 2_000;
const products = (values: string) => `select ${values} as value from products where shop = $1 and deleted_at is null`;
const newestOrders = (values: string) => `select ${values} as value from (select * from orders where shop = $1 order by processed_at desc limit ${String(newest)}) o`;
const newestDecisions = (value: string) => `select ${value} as value from (select facts from decisions where shop = $1 order by decided_at desc limit ${String(newest)}) d`;

const occurrences: Record<Exclude<KnownList, "customerTags">, string> = {
  tags: products("unnest(tags)"),
  vendors: products("vendor"),
  productTypes: products("product_type"),
  variantNames: "select title as value from variants where shop = $1 and title <> 'Default Title'",
  codes: newestOrders("unnest(o.discount_codes)"),
  gateways: newestOrders("unnest(o.gateways)"),
  channels: newestOrders("o.source_name"),
  countries: newestOrders("o.country_code::text"),
  currencies: newestOrders("o.currency::text"),
  markets: newestDecisions("d.facts->'checkout'->>'market'"),
  languages: newestDecisions("d.facts->>'locale'"),
};

const sqlOf = (list: keyof typeof occurrences) =>
  `select value from (${occurrences[list]}) known where value <> '' and value ilike $2 escape '\\' group by 1 order by value ilike $4 escape '\\' desc, count(*) desc, 1 limit $3`;

/** Values of a list that occur at this shop and hold the text: those that begin with it first, then most frequent first. */
export async function searchKnownValues(shop: ShopId, list: keyof typeof occurrences, text: string): Promise<string[]> {
  const { rows } = await pool.query<{ value: string }>({ name: `search-known-${list}`, text: sqlOf(list), values: [shop, holding(text), mostSuggested, beginning(text)] });
  return rows.map(({ value }) => value);
}
