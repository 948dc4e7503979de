import { afterAll, expect, test, vi } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots, getSnapshot } = await import("../../app/data/decisions/snapshot.server");
const { listBusyShops } = await import("../../app/data/shops/shops.server");
const { warmUp } = await import("../../app/services/decisions/warm-up.server");
const { installShop } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

test("after a start the shops whose buyers asked last are known before anybody asks, and those that left are not", async () => {
  const [quiet, busy, gone] = [await installShop("a-quiet"), await installShop("b-busy"), await installShop("c-gone")];
  await pool.query(
    `insert into decisions (shop, id, placement, step, reference_id, outcome, facts, reasons, currency, decided_at, expires_at)
     select $1, gen_random_uuid(), 'thank-you', 1, 'a purchase', 'nothing', '{}', '{}', 'GBP', now(), now()`, [busy]);
  await pool.query("update shops set uninstalled_at = now() where shop = $1", [gone]);
  expect(await listBusyShops(10)).toEqual([busy, quiet]);
  await warmUp();
  const queries = vi.spyOn(pool, "query");
  expect((await getSnapshot(quiet, new Date()))?.products.size).toBe(2);
  expect(queries).not.toHaveBeenCalled();
});
