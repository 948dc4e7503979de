import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Shop } from "../shopify/store/model";
import { clearFaults } from "../shopify/server/faults";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { findLatestRun } = await import("../../app/data/sync/sync-runs.server");
const { advanceBackfill } = await import("../../app/services/sync/backfill.server");
const { startBackfill } = await import("../../app/services/sync/start-backfill.server");
const { readSetup } = await import("../../app/services/shops/setup-progress.server");
const { batchRecords } = await import("../../app/services/sync/exported-records.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let shops = 0;
beforeEach(async () => {
  clearFaults(shopify.faults);
  shops += 1;
  const first = await openShop(shopify, `import-${String(shops)}`);
  ({ shop, opened } = first);
  const [mug] = first.mug.variants;
  for (let index = 0; index < 8; index += 1) {
    shopify.control.placeOrder({ shop, lines: [{ variantId: mug?.id ?? 0, quantity: 1 }], email: `buyer-${String(index)}@example.com` });
  }
  await shopify.settle();
  await pool.query("delete from orders where shop = $1", [shop]);
});

const checksum = async () => {
  const { rows } = await pool.query<{ sum: string }>(
    `select md5(string_agg(o.id || o.name || o.total_minor || coalesce(o.customer_key, '') || l.lines, ',' order by o.id)) as sum from orders o,
       lateral (select string_agg(id || ':' || quantity || ':' || total_minor, ' ' order by id) as lines from order_lines l where l.shop = o.shop and l.order_id = o.id) l
      where o.shop = $1`, [shop]);
  return rows[0]?.sum;
};
const count = async () => (await pool.query("select from orders where shop = $1", [shop])).rowCount;

async function importOrders(): Promise<void> {
  await startBackfill(shop, "orders", new Date());
  await shopify.settle();
}

test("an import brings every order, and once more changes nothing", async () => {
  await importOrders();
  expect(await count()).toBe(opened.orders.size);
  const before = await checksum();
  await importOrders();
  expect(await checksum()).toBe(before);
});

describe("what goes wrong at Shopify is noticed and done again", () => {
  test.each<[string, Partial<typeof shopify.faults.bulk>]>([
    ["a file that ends in the middle of a line", { truncate: true }],
    ["an address that has run out", { expiredUrl: true }],
    ["an export that fails", { fail: true }],
    ["an export that fails and leaves a part", { fail: true, partialDataUrl: true }],
  ])("%s", async (_, fault) => {
    Object.assign(shopify.faults.bulk, fault);
    await startBackfill(shop, "orders", new Date());
    // As far as the first failure; then Shopify is well again.
    for (let step = 0; step < 20 && ((await findLatestRun(shop, "orders"))?.attempts ?? 0) === 0; step += 1) {
      const run = await findLatestRun(shop, "orders");
      await advanceBackfill(shop, run?.id ?? "", new AbortController().signal);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await findLatestRun(shop, "orders"))?.attempts).toBe(1);
    clearFaults(shopify.faults);
    await shopify.settle();
    expect(await findLatestRun(shop, "orders")).toMatchObject({ status: "done", attempts: 1, error: null });
    expect(await count()).toBe(opened.orders.size);
  });

  test("what keeps failing is given up with words for staff, who can try again", async () => {
    shopify.faults.bulk.fail = true;
    await importOrders();
    expect((await readSetup(shop)).orders).toMatchObject({ state: "failed", error: expect.stringContaining("failed 5 times") });
    clearFaults(shopify.faults);
    await importOrders();
    expect((await readSetup(shop)).orders.state).toBe("done");
    expect(await count()).toBe(opened.orders.size);
  });
});

test("an import that is ended anywhere goes on from there", async () => {
  await importOrders();
  const whole = await checksum();
  await pool.query("delete from orders where shop = $1", [shop]);

  await startBackfill(shop, "orders", new Date());
  const id = (await findLatestRun(shop, "orders"))?.id ?? "";
  let stops = 0;
  while ((await findLatestRun(shop, "orders"))?.status !== "done" && stops < 200) {
    stops += 1;
    const ending = new AbortController();
    setTimeout(() => { ending.abort(); }, Math.random() * 30);
    await advanceBackfill(shop, id, ending.signal).catch(() => undefined);
  }
  expect(await findLatestRun(shop, "orders")).toMatchObject({ status: "done", attempts: 0 });
  expect(await checksum()).toBe(whole);
  await shopify.settle();
});

test("two workers on one import do not disturb each other", async () => {
  await startBackfill(shop, "orders", new Date());
  const id = (await findLatestRun(shop, "orders"))?.id ?? "";
  while ((await findLatestRun(shop, "orders"))?.status !== "done") {
    const { signal } = new AbortController();
    await Promise.all([advanceBackfill(shop, id, signal), advanceBackfill(shop, id, signal)]);
  }
  expect(await count()).toBe(opened.orders.size);
  expect(await findLatestRun(shop, "orders")).toMatchObject({ attempts: 0 });
  await shopify.settle();
});

describe("reading an export", () => {
  const order = (id: number) => JSON.stringify({ id: `gid://shopify/Order/${String(id)}` });
  const line = (id: number, parent: number) =>
    JSON.stringify({ id: `gid://shopify/LineItem/${String(id)}`, __parentId: `gid://shopify/Order/${String(parent)}` });
  const lines = [order(1), line(11, 1), line(12, 1), order(2), order(3), line(31, 3)];

  async function batches(skip: number, size: number, from = lines) {
    async function* chunks() {
      for (const one of from) yield [one];
    }
    const found = [];
    for await (const { records, linesRead } of batchRecords(chunks(), { LineItem: "lineItems" }, skip, size)) {
      found.push([records.map(({ id, lineItems }) => [id.slice(20), (lineItems as { nodes: unknown[] }).nodes.length]), linesRead]);
    }
    return found;
  }

  test("puts children to their parents and ends batches between parents", async () => {
    expect(await batches(0, 2)).toEqual([[[["1", 2]], 3], [[["2", 0], ["3", 1]], 6]]);
  });

  test("goes on after the lines that were written", async () => {
    expect(await batches(3, 100)).toEqual([[[["2", 0], ["3", 1]], 6]]);
    expect(await batches(6, 100)).toEqual([]);
  });

  test.each([
    ["a child before any parent", [line(11, 1)]],
    ["a child of another parent", [order(1), line(21, 2)]],
    ["a line that is cut off", [order(1), '{"id":"gid://shop']],
  ])("refuses %s", async (_, damaged) => {
    await expect(batches(0, 100, damaged)).rejects.toMatchObject({ name: "ExportUnreadable", code: "useless" });
  });
});
