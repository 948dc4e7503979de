import { afterAll, beforeEach, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { describeCustomerData, forgetDecisions } = await import("../../app/data/decisions/privacy.server");
const { addOffer, installShop, offered, sign } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
let shops = 0;
beforeEach(async () => {
  shop = await installShop(`private-${String((shops += 1))}`);
  await addOffer(shop);
});

async function accepted(customerId: number) {
  const purchase = await offered(shop, { customerId });
  await sign(purchase.token, purchase.selection);
  await pool.query("update decisions set order_id = $2 where id = $1", [purchase.decisionId, customerId]);
  return purchase;
}

/** What is left of a customer in any column. */
const traces = async (customerId: number) =>
  (await pool.query("select id from decisions where shop = $1 and (customer_key = $2 or strpos(facts::text, $2) > 0)", [shop, `c:${String(customerId)}`])).rowCount;

test("a customer's data can be handed over", async () => {
  const { decisionId } = await accepted(11);
  await accepted(12);
  const held = await describeCustomerData(shop, "c:11");
  expect(held).toMatchObject([{ outcome: "offered", facts: { customerKey: "c:11" }, acceptance: "signed" }]);
  expect(decisionId).not.toBe("");
});

test("a customer is forgotten and the figures stay", async () => {
  await accepted(21);
  await accepted(22);
  await forgetDecisions(shop, { customerKey: "c:21" });
  await forgetDecisions(shop, { customerKey: "c:21" });
  expect(await traces(21)).toBe(0);
  expect(await traces(22)).toBe(1);
  expect((await pool.query("select from acceptances where shop = $1", [shop])).rowCount).toBe(2);
});

test("an order's customer is forgotten", async () => {
  await accepted(31);
  await accepted(32);
  await forgetDecisions(shop, { orderIds: [31] });
  expect(await traces(31)).toBe(0);
  expect(await traces(32)).toBe(1);
});

test("a shop that has gone leaves nothing, and no other shop loses anything", async () => {
  await accepted(41);
  const gone = shop;
  shop = await installShop("stays");
  await addOffer(shop);
  await accepted(42);
  await forgetDecisions(gone, "everything");
  for (const table of ["decisions", "acceptances", "ledger_entries"]) {
    expect((await pool.query(`select from ${table} where shop = $1`, [gone])).rowCount, table).toBe(0);
  }
  expect(await traces(42)).toBe(1);
});
