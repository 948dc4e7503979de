import { afterAll, expect, test } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { fillLargeShop } from "../support/large-shop/fill";

const databaseUrl = await freshDatabase();
setAppEnvironment(databaseUrl);
const { closeDatabase } = await import("../../app/data/database.server");
const { findHorizon, listActivity } = await import("../../app/data/reports/activity.server");
const { installShop } = await import("../support/buyers");
afterAll(closeDatabase);

const all = { span: null, show: null, outcome: null, placement: null, offerId: null, reason: null, orderName: "" };
const accepted = { ...all, outcome: "accepted" as const };

test("a search that no index helps goes on where it stopped, and misses nothing", async () => {
  const shop = await installShop("horizon");
  await fillLargeShop(databaseUrl, { shop, products: 20, offers: 5, orders: 600, now: new Date("2026-11-22T00:00:00Z") });
  const whole = await listActivity(shop, accepted, null, 1_000);
  expect(whole.length).toBeGreaterThan(10);

  const found: string[] = [];
  let after: Awaited<ReturnType<typeof findHorizon>> = null;
  let searches = 0;
  do {
    const horizon: Awaited<ReturnType<typeof findHorizon>> = await findHorizon(shop, accepted, after, 70);
    found.push(...(await listActivity(shop, accepted, after, 1_000, horizon)).map(({ id }) => id));
    after = horizon;
    searches += 1;
  } while (after !== null);
  expect(found).toEqual(whole.map(({ id }) => id));
  expect(searches).toBeGreaterThan(3);

  expect(await findHorizon(shop, all, null, 70)).toBeNull();
  expect(await findHorizon(shop, { ...accepted, orderName: "#L1" }, null, 70)).toBeNull();
});
