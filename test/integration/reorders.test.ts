import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { buildCounts } = await import("../../app/data/recommendations/build-counts.server");
const { markUncounted } = await import("../../app/data/recommendations/uncounted-orders.server");
const { updateCounts } = await import("../../app/services/recommendations/update-counts.server");
const { forgetCustomer, describeReorders } = await import("../../app/data/privacy/customer-data.server");
const { switchHandOver, findHandOver } = await import("../../app/data/reorders/hand-over.server");
const { findWalk } = await import("../../app/data/reorders/walks.server");
const { optOut } = await import("../../app/services/courtesy/opt-out.server");
const { handOverReorders } = await import("../../app/services/reorders/hand-over.server");
const { refreshDues } = await import("../../app/services/reorders/refresh-dues.server");
const { installShop } = await import("../support/buyers");
const { addOrdersAgo, dayMs } = await import("../support/past-orders");
const { signIn } = await import("../support/sign-in");

await prepareQueue();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const now = new Date();
/** Every fortnight; the next is due in some days. */
const fortnightly = [10, 24, 38, 52, 66];

let count = 0;
async function openShop(): Promise<ShopId> {
  const shop = await installShop(`reorders-${String((count += 1))}`);
  await signIn(shop);
  await pool.query("update shops set scopes = '{write_customers}' where shop = $1", [shop]);
  return shop;
}

const buys = (shop: ShopId, customerKey: string, days: readonly number[], productId?: number) => addOrdersAgo(shop, customerKey, days, now, productId);

/** As orders do that come by webhook: they are counted with the next round. */
async function arrives(shop: ShopId, orderIds: readonly number[]): Promise<void> {
  await markUncounted(shop, orderIds, pool);
  await updateCounts(shop);
}

/** Enough customers who come back to know that the product is bought again. */
async function openShopWithRegulars(customers = ["c:1", "c:2", "c:3", "c:4", "c:5"]): Promise<ShopId> {
  const shop = await openShop();
  for (const key of customers) await buys(shop, key, fortnightly);
  await buildCounts(shop);
  await refreshDues(shop, now);
  return shop;
}

const dues = async (shop: ShopId) =>
  (await pool.query<{ customer_key: string; product_id: number; times_bought: number }>("select customer_key, product_id, times_bought from reorder_dues where shop = $1 order by 1", [shop])).rows;
const inWeeks = async (shop: ShopId, productId = 0) => {
  const { rows } = await pool.query<{ sum: number; total: number }>(
    `select coalesce(sum(dues) filter (where week <> '-infinity'), 0)::int as sum, coalesce(sum(dues) filter (where week = '-infinity'), 0)::int as total
     from reorder_weeks where shop = $1 and product_id = $2`, [shop, productId]);
  expect(rows[0]?.total).toBe(rows[0]?.sum);
  return rows[0]?.sum;
};

describe("what is due", () => {
  test("is kept for every customer and guest with a rhythm, and counted by week", async () => {
    const shop = await openShopWithRegulars(["c:1", "c:2", "c:3", "c:4", "g:0123456789abcdef0123456789abcdef"]);
    await buys(shop, "c:9", [10, 24]);
    await refreshDues(shop, now);
    expect(await dues(shop)).toEqual(["c:1", "c:2", "c:3", "c:4", "g:0123456789abcdef0123456789abcdef"].map((customer_key) => ({ customer_key, product_id: 100, times_bought: 5 })));
    expect(await inWeeks(shop)).toBe(5);
    expect(await inWeeks(shop, 100)).toBe(5);
    const { rows } = await pool.query<{ from: boolean; until: boolean }>("select due_from < due_on as from, due_on < due_until as until from reorder_dues where shop = $1", [shop]);
    expect(rows.every(({ from, until }) => from && until)).toBe(true);
  });

  test("moves when an order arrives, and goes when its time is past", async () => {
    const shop = await openShopWithRegulars();
    await arrives(shop, await buys(shop, "c:1", [0]));
    expect((await dues(shop))[0]).toMatchObject({ customer_key: "c:1", times_bought: 6 });
    expect(await inWeeks(shop)).toBe(5);
    await refreshDues(shop, new Date(now.getTime() + 60 * dayMs));
    expect(await dues(shop)).toEqual([]);
    expect(await inWeeks(shop)).toBe(0);
  });

  test("leaves out who wants no offers, at once, and what was bought as gifts", async () => {
    const shop = await openShopWithRegulars();
    await optOut(shop, "c:2", now);
    expect((await dues(shop)).map(({ customer_key }) => customer_key)).toEqual(["c:1", "c:3", "c:4", "c:5"]);
    expect(await inWeeks(shop)).toBe(4);
    await pool.query("update orders set gift_confidence = 'certain' where shop = $1 and customer_key = 'c:3'", [shop]);
    await refreshDues(shop, now);
    expect((await dues(shop)).map(({ customer_key }) => customer_key)).toEqual(["c:1", "c:4", "c:5"]);
  });

  test("of a forgotten customer nothing is left, and what is held is told before", async () => {
    const shop = await openShopWithRegulars();
    const subject = { customerKeys: ["c:1"], orderIds: [] };
    expect((await describeReorders(shop, subject)).due).toMatchObject([{ productId: 100, timesBought: 5 }]);
    await forgetCustomer(shop, subject, now);
    expect((await dues(shop)).map(({ customer_key }) => customer_key)).not.toContain("c:1");
    expect(await inWeeks(shop)).toBe(4);
  });

  test("a walk that was ended goes on where it was", async () => {
    const shop = await openShopWithRegulars();
    await expect(refreshDues(shop, now, AbortSignal.abort())).rejects.toThrow("Stopped");
    expect(await findWalk(shop, "dues")).toMatchObject({ customersDone: 0, customersTotal: 5, finishedAt: null });
    await refreshDues(shop, now);
    expect(await findWalk(shop, "dues")).toMatchObject({ customersDone: 5, changed: 0 });
    expect(await inWeeks(shop)).toBe(5);
  });
});

interface Written { ownerId: string; key: string; value?: string }

describe("the hand-over to Shopify's segments", () => {
  let written: Written[][] = [];
  let deleted: Written[] = [];
  let gone = new Set<string>();

  beforeEach(() => {
    [written, deleted, gone] = [[], [], new Set()];
    vi.stubGlobal("fetch", async (_address: string, init: RequestInit) => {
      // The app's own body.
      const { query, variables } = JSON.parse(init.body as string) as { query: string; variables: { metafields?: Written[] } };
      if (query.includes("DefineMetafield")) return Response.json({ data: { metafieldDefinitionCreate: { createdDefinition: { namespace: "app--190--encore" }, userErrors: [] } } });
      const metafields = variables.metafields ?? [];
      if (query.includes("metafieldsDelete")) {
        deleted.push(...metafields);
        return Response.json({ data: { metafieldsDelete: { userErrors: [] } } });
      }
      const userErrors = metafields.flatMap(({ ownerId }, index) => (gone.has(ownerId) ? [{ field: ["metafields", String(index), "ownerId"], message: "Owner does not exist." }] : []));
      if (userErrors.length === 0) written.push(metafields);
      return Response.json({ data: { metafieldsSet: { userErrors } } });
    });
    return () => vi.unstubAllGlobals();
  });

  /** As staff read it, which must be what is there. */
  const countTold = async (shop: ShopId) => {
    const { rowCount } = await pool.query("select from reorders_told where shop = $1", [shop]);
    expect((await findHandOver(shop))?.told).toBe(rowCount);
    return rowCount;
  };

  const customersWritten = () => [...new Set(written.flat().map(({ ownerId }) => ownerId.split("/").at(-1)))];

  test("writes each customer's next reorder once, and only what changed again", async () => {
    const shop = await openShopWithRegulars();
    await switchHandOver(shop, true, 7, now);
    await handOverReorders(shop, now);
    expect(customersWritten()).toEqual(["1", "2", "3", "4", "5"]);
    expect(written.flat().find(({ key }) => key === "reorder_due")?.value).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(JSON.parse(written.flat().find(({ key }) => key === "reorder_products")?.value ?? "")).toHaveLength(1);
    expect(await findHandOver(shop)).toMatchObject({ namespace: "app--190--encore", problem: null });
    written = [];
    await handOverReorders(shop, now);
    expect(written).toEqual([]);
    await arrives(shop, await buys(shop, "c:3", [0]));
    await handOverReorders(shop, now);
    expect(customersWritten()).toEqual(["3"]);
    expect(await countTold(shop)).toBe(5);
  });

  test("takes back what it wrote of who wants no offers, and everything when it is switched off", async () => {
    const shop = await openShopWithRegulars();
    await switchHandOver(shop, true, 7, now);
    await handOverReorders(shop, now);
    await optOut(shop, "c:4", now);
    await handOverReorders(shop, now);
    expect(deleted.map(({ ownerId, key }) => [ownerId, key])).toEqual([["gid://shopify/Customer/4", "reorder_due"], ["gid://shopify/Customer/4", "reorder_products"]]);
    expect(await countTold(shop)).toBe(4);
    await switchHandOver(shop, false, 7, new Date(now.getTime() + 1));
    await handOverReorders(shop, now);
    expect(await countTold(shop)).toBe(0);
    expect(new Set(deleted.map(({ ownerId }) => ownerId)).size).toBe(5);
  });

  test("holds back the hold-out, customers with an open return, and what cannot be had", async () => {
    const shop = await openShopWithRegulars();
    const [order] = await buys(shop, "c:5", [1], 200);
    await pool.query("insert into service_cases (shop, kind, id, order_id, opened_at, observed_at) values ($1, 'return', 1, $2, now(), now())", [shop, order]);
    await switchHandOver(shop, true, 7, now);
    await handOverReorders(shop, now);
    expect(customersWritten()).toEqual(["1", "2", "3", "4"]);
    await pool.query("update products set status = 'draft' where shop = $1 and id = 100", [shop]);
    const { changeOffers } = await import("../../app/data/offers/change-offers.server");
    await changeOffers(shop, async () => undefined);
    await vi.waitFor(async () => {
      await handOverReorders(shop, new Date(now.getTime() + dayMs));
      expect(await countTold(shop)).toBe(0);
    }, { timeout: 30_000, interval: 500 });
  });

  test("a customer whom Shopify does not know holds up no other", async () => {
    const shop = await openShopWithRegulars();
    gone.add("gid://shopify/Customer/2");
    await switchHandOver(shop, true, 7, now);
    await handOverReorders(shop, now);
    expect(customersWritten()).toEqual(["1", "3", "4", "5"]);
  });

  test("writes nothing without the permission, and says so", async () => {
    const shop = await openShopWithRegulars();
    await pool.query("update shops set scopes = '{read_customers}' where shop = $1", [shop]);
    await switchHandOver(shop, true, 7, now);
    await handOverReorders(shop, now);
    expect(written).toEqual([]);
    expect(await findHandOver(shop)).toMatchObject({ problem: "scope" });
  });
});
