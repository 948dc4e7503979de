import { randomUUID } from "node:crypto";
import pg from "pg";
import { buildContent } from "../domain-builders";
import type { Known } from "../admin-views";

/** What of a filled shop pages can be opened of; a trial of an offer, half way, is made for it. */
export async function findKnown(databaseUrl: string, shop: string): Promise<Known> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const one = async (sql: string, values: unknown[] = []) => {
      const { rows } = await client.query<{ id: string }>(sql, [shop, ...values]);
      const [row] = rows;
      if (!row) throw new Error(`The shop is not filled: ${sql}`);
      return row.id;
    };
    return {
      productId: Number(await one("select product_id as id from co_purchase_products where shop = $1 order by orders desc, product_id limit 1")),
      decisionId: await one("select id from decisions where shop = $1 and outcome = 'offered' order by decided_at desc limit 1"),
      orderId: Number(await one("select order_id as id from decisions where shop = $1 and outcome = 'offered' and order_id is not null order by decided_at desc limit 1")),
      runId: await one(
        `insert into backtest_runs (shop, id, content, status, orders_total, orders_done, requested_at, updated_at) values ($1, $2, $3, 'running', 2000, 800, now(), now()) returning id`,
        [randomUUID(), JSON.stringify(buildContent())]),
    };
  } finally {
    await client.end();
  }
}
