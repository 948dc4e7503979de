import { afterAll, expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase(), { DATABASE_POOL: "4" });
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { withTokenLock } = await import("../../app/data/shops/sessions.server");
afterAll(closeDatabase);

test("while Shopify does not answer for many shops' tokens, the database still does", async () => {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => { answer = resolve; });
  const renewals = Array.from({ length: 8 }, (_, index) => withTokenLock(ShopId.parse(`slow-${String(index)}.myshopify.com`), () => answered));
  const { rows } = await pool.query<{ held: number }>(
    "select count(*) as held from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
  );
  expect(rows[0]?.held).toBeLessThanOrEqual(1);
  answer();
  await Promise.all(renewals);
});

test("a connection that was lost without a word is noticed in the end", () => {
  expect(pool.options).toMatchObject({ keepAlive: true, query_timeout: 300_000 });
});
