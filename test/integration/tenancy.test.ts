import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool, prisma } = await import("../../app/data/database.server");
const { addJobs } = await import("../../app/data/jobs/jobs.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { confineTo, scopedShop, withScope, withinShop } = await import("../../app/data/tenancy/scope.server");
const { installShop } = await import("../support/buyers");
const { listShopTables } = await import("../support/shop-tables");
afterAll(closeDatabase);

let mine: ShopId;
let theirs: ShopId;
beforeAll(async () => {
  await prepareQueue();
  mine = await installShop("mine");
  theirs = await installShop("theirs");
});

const shopsSeen = async () => (await pool.query<{ shop: string }>("select shop from shops order by 1")).rows.map(({ shop }) => shop);

describe("work within a shop", () => {
  test("sees that shop's rows only, whatever it asks for, and by whichever way it asks", async () => {
    await withinShop(mine, async () => {
      expect(await shopsSeen()).toEqual([mine]);
      expect((await prisma.shop.findMany()).map(({ shop }) => shop)).toEqual([mine]);
      expect(await inTransaction(async (client) => (await client.query("select from shops where shop = $1", [theirs])).rowCount)).toBe(0);
    });
  });

  test("can neither write nor take away another shop's rows", async () => {
    await withinShop(mine, async () => {
      await expect(pool.query("insert into opt_outs (shop, customer_key, opted_out_at) values ($1, 'c:1', now())", [theirs])).rejects.toThrow(/row-level security/);
      expect((await pool.query("update shops set hold_out_percent = 50 where shop = $1", [theirs])).rowCount).toBe(0);
      expect((await pool.query("delete from products where shop = $1", [theirs])).rowCount).toBe(0);
    });
  });

  test("queues jobs of its own and sees no others", async () => {
    await addJobs([{ task: "counts.update", payload: { shop: theirs }, key: "theirs" }]);
    await withinShop(mine, async () => {
      await addJobs([{ task: "counts.update", payload: { shop: mine }, key: "mine" }]);
      await expect(addJobs([{ task: "counts.update", payload: { shop: theirs }, key: "other" }])).rejects.toThrow(/row-level security/);
      const { rows } = await pool.query<{ key: string }>("select key from graphile_worker._private_jobs");
      expect(rows.map(({ key }) => key)).toEqual(["mine"]);
    });
  });

  test("leaves nothing of its confinement on the connections it gave back", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => {
      const shop = [mine, theirs, null][index % 3] ?? null;
      return shop === null
        ? shopsSeen().then((seen) => { expect(seen).toEqual([mine, theirs]); })
        : withinShop(shop, shopsSeen).then((seen) => { expect(seen).toEqual([shop]); });
    }));
  });
});

test("a request is confined from the moment its credential names the shop, to no second one, and alone", async () => {
  await withScope(async () => {
    expect(await shopsSeen()).toEqual([mine, theirs]);
    confineTo(mine);
    expect(await shopsSeen()).toEqual([mine]);
    expect(() => { confineTo(theirs); }).toThrow("two shops");
    expect(scopedShop()).toBe(mine);
  });
  expect(await shopsSeen()).toEqual([mine, theirs]);
});

test("every table that holds rows of shops is confined", async () => {
  const { rows } = await pool.query<{ tablename: string }>("select tablename from pg_policies where policyname = 'own_shop' and 'encore_tenant' = any(roles)");
  expect(rows.map(({ tablename }) => tablename).sort()).toEqual((await listShopTables()).sort());
});
