import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { templateContent } from "../../app/domain/offers/templates";
import { textsIn } from "../../app/i18n/translator.server";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { listActiveOffers } = await import("../../app/data/offers/offers.server");
const { markUncounted } = await import("../../app/data/recommendations/uncounted-orders.server");
const { refreshNeighbours } = await import("../../app/data/recommendations/refresh-neighbours.server");
const { cancelBacktest } = await import("../../app/services/backtest/read-backtest.server");
const { startBacktest } = await import("../../app/services/backtest/start-backtest.server");
const { runBacktest } = await import("../../app/services/backtest/run-backtest.server");
const { dismissProposal, listProposals, publishProposal } = await import("../../app/services/offers/proposals.server");
const { updateCounts } = await import("../../app/services/recommendations/update-counts.server");
const { installShop } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");

const { t } = textsIn("en");
let shop: ShopId;
beforeAll(async () => {
  const { prepareQueue } = await import("../../app/data/jobs/queue.server");
  await prepareQueue();
  shop = await installShop("proposals");
  const now = Date.now();
  const ids = Array.from({ length: 12 }, (_, index) => index + 1);
  for (const id of ids) {
    const lines = [{ id: 1, productId: 100 }, ...(id % 2 === 0 ? [{ id: 2, productId: 200 }] : [])];
    await addPastOrder(shop, { id, at: new Date(now - id * 86_400_000), customerKey: `c:${id}`, lines });
  }
  await markUncounted(shop, ids, pool);
  await updateCounts(shop);
});
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const active = () => listActiveOffers(shop);

test("a shop whose orders were counted is proposed at most three offers, each with evidence of its own and a replay", async () => {
  const proposals = await listProposals(shop);
  // Of two products of one type the dearer is a step up; twelve orders are too few to call anything bought together.
  expect(proposals.map(({ kind }) => kind)).toEqual(["priceLadder", "bestseller", "thankYouOnly"]);
  expect(proposals[1]).toMatchObject({ evidence: { productId: 100, orders: 12 }, titles: { 100: "Product 100 of proposals.myshopify.com" }, isReplaying: true, replay: null });
  // What staff try meanwhile, in an offer not saved yet, cancels none of them.
  await cancelBacktest(shop, await startBacktest(shop, null, templateContent("coupon", "Coupon"), new Date()));
  const { rows } = await pool.query<{ id: string; status: string }>("select id, status from backtest_runs where shop = $1 and content->>'name' <> 'Coupon'", [shop]);
  expect(rows.map(({ status }) => status)).toEqual(["requested", "requested", "requested"]);
  for (const { id } of rows) await runBacktest(shop, id, new Date(), new AbortController().signal, true);
  expect((await listProposals(shop))[1]).toMatchObject({ isReplaying: false, replay: { orders: 12 } });
  expect(await active()).toEqual([]);
});

test("counting again proposes nothing anew", async () => {
  await updateCounts(shop);
  expect(await listProposals(shop)).toHaveLength(3);
});

test("neighbours are worked out for the most sold products first, which proposals rest on", async () => {
  await pool.query("update co_purchase_products set changed_at = now() where shop = $1", [shop]);
  expect(await refreshNeighbours(shop, 1)).toBe(1);
  const { rows } = await pool.query("select product_id from co_purchase_products where shop = $1 and changed_at is null", [shop]);
  expect(rows).toEqual([{ product_id: 100 }]);
});

test("one click publishes a proposal, a second click does nothing more", async () => {
  const ids = await Promise.all([publishProposal(t, shop, "bestseller", 7, new Date()), publishProposal(t, shop, "bestseller", 7, new Date())]);
  expect(ids.filter((id) => id !== null)).toHaveLength(1);
  expect(await active()).toMatchObject([{ content: { name: "Bestseller", strategy: { kind: "bestseller" } } }]);
  expect((await listProposals(shop)).map(({ kind }) => kind)).toEqual(["priceLadder", "thankYouOnly"]);
  // Blocks ask nothing where Shopify was not told that there is something.
  const { rows } = await pool.query<{ count: number }>("select count(*) from graphile_worker.jobs where task_identifier = 'placements.publish' and key = $1", [`placements ${shop}`]);
  expect(rows).toEqual([{ count: 1 }]);
});

test("a proposal that was put away can be brought back, a published one not", async () => {
  await dismissProposal(shop, "thankYouOnly", true, new Date());
  expect((await listProposals(shop)).map(({ kind }) => kind)).toEqual(["priceLadder"]);
  await dismissProposal(shop, "thankYouOnly", false, new Date());
  await dismissProposal(shop, "bestseller", false, new Date());
  expect((await listProposals(shop)).map(({ kind }) => kind)).toEqual(["priceLadder", "thankYouOnly"]);
});
