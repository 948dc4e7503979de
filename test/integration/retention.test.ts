import { afterAll, expect, test } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { emptyOldReasons } = await import("../../app/data/decisions/retention.server");
const { purgeDoneEvents } = await import("../../app/data/inbox/inbox.server");
const { installShop } = await import("../support/buyers");
afterAll(closeDatabase);

const before = new Date("2026-08-01T00:00:00Z");

test("of all shops, events that were done with go, batch by batch; what waits, is dead or was done with lately stays", async () => {
  const shops = [await installShop("purged"), await installShop("purged-too")];
  for (const shop of shops) {
    await pool.query(
      `insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload, status, processed_at)
       select $1, 'orders/create', n::text, n::text, $2::timestamptz - n * interval '1 minute', $2::timestamptz - n * interval '1 minute', '{}',
         case when n % 100 = 0 then 'dead' when n % 100 = 1 then 'pending' else 'done' end, case when n % 100 = 2 then $2::timestamptz else $2::timestamptz - interval '1 second' end
       from generate_series(1, 5200) n`, [shop, before]);
  }
  expect(await purgeDoneEvents(before)).toBe(2 * 5_200 * 0.97);
  expect((await pool.query("select status, count(*)::int as count from webhook_events group by 1 order by 1")).rows).toEqual([{ status: "dead", count: 104 }, { status: "done", count: 104 }, { status: "pending", count: 104 }]);
  expect(await purgeDoneEvents(before)).toBe(0);
});

test("old decisions are emptied in batches, and the next run begins where the last one ended", async () => {
  const shop = await installShop("emptied");
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, outcome, facts, reasons, currency, decided_at, expires_at)
     select $1, gen_random_uuid(), 'thank-you', n::text, 1, 'nothing', '{}', '{"general":"holdOut","candidates":[{}]}', 'GBP', $2::timestamptz + (n - 4500) * interval '1 minute', now()
     from generate_series(1, 4600) n`, [shop, before]);
  expect(await emptyOldReasons(shop, before)).toBe(4_499);
  expect(await emptyOldReasons(shop, before)).toBe(0);
  const later = new Date(before.getTime() + 50 * 60_000);
  expect(await emptyOldReasons(shop, later)).toBe(50);
  expect((await pool.query("select reasons_emptied_to as at from shops where shop = $1", [shop])).rows).toEqual([{ at: later }]);
  expect((await pool.query("select from decisions where shop = $1 and reasons->>'main' = 'holdOut'", [shop])).rowCount).toBe(4_549);
});
