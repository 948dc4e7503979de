import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { closestAfter, closestWithin, type NumberedCounts } from "./closest-rows";

type Queryable = Pick<PoolClient, "query">;

const productsPerStatement = 200;

/** Writes the closest neighbours of these products, none of which has any, out of counts that hold all pairs: to read pairs again takes ten times as long. */
export async function saveNeighbours(shop: ShopId, counts: NumberedCounts, numbers: readonly number[], client: Queryable): Promise<void> {
  for await (const rows of batches(numbers, (number) => ({ id: counts.idOf(number), ...closestWithin(counts, number) }))) {
    await client.query(
      `insert into co_purchase_neighbours (shop, product_id, neighbours, regression, slate, affinities, refreshed_at)
       select $1, id, neighbours, regression, slate, affinities, now()
       from json_to_recordset($2::json) as x(id bigint, neighbours json, regression json, slate json, affinities json)`,
      [shop, rows],
    );
  }
  await client.query("update co_purchase_products set changed_at = null where shop = $1 and changed_at is not null", [shop]);
}

/** Adds to them what customers' next orders brought. */
export async function saveLaterNeighbours(shop: ShopId, following: NumberedCounts, numbers: readonly number[], client: Queryable): Promise<void> {
  for await (const rows of batches(numbers, (number) => ({ id: following.idOf(number), after: closestAfter(following, number) }))) {
    await client.query(
      `update co_purchase_neighbours n set after = x.after from json_to_recordset($2::json) as x(id bigint, after json)
       where n.shop = $1 and n.product_id = x.id`,
      [shop, rows],
    );
  }
}

/** So many rows at a time, as JSON. */
async function* batches(numbers: readonly number[], rowOf: (number: number) => object): AsyncGenerator<string> {
  for (let start = 0; start < numbers.length; start += productsPerStatement) {
    const rows: object[] = [];
    for (const number of numbers.slice(start, start + productsPerStatement)) {
      // The process's other jobs and connections get their turn in between.
      await new Promise(setImmediate);
      rows.push(rowOf(number));
    }
    yield JSON.stringify(rows);
  }
}
