import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unpackOrders } from "../../app/domain/backtest/packed-orders";
import { keepRunsDays } from "../../app/domain/backtest/retention";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { buildStep } from "../setup/build/stamp";
import { serverEntries } from "../setup/build/steps";
import { root } from "../setup/paths";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { buildContent } from "../support/domain-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { advanceRun, beginRun, finishRun } = await import("../../app/data/backtest/backtest-runs.server");
const { streamPastOrders } = await import("../../app/data/backtest/past-orders.server");
const { listRecentPastOrders } = await import("../../app/data/backtest/recent-orders.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { cancelBacktest, readBacktest, readLatestBacktest } = await import("../../app/services/backtest/read-backtest.server");
const { purgeBacktests } = await import("../../app/services/backtest/purge-backtests.server");
const { replayInThreads, runBacktest } = await import("../../app/services/backtest/run-backtest.server");
const { createOffer } = await import("../../app/services/offers/save-offer.server");
const { startBacktest } = await import("../../app/services/backtest/start-backtest.server");
const { addOffer, installShop } = await import("../support/buyers");
const { addManyOrders, addPastOrder, addSoldProducts } = await import("../support/past-orders");

const now = new Date("2026-11-21T12:00:00Z");
const day = (number: number) => new Date(Date.UTC(2026, 9, number, 10));
const never = new AbortController().signal;
const discount = { kind: "percentage" as const, percent: 20 };

let shop: ShopId;
let other: ShopId;
beforeAll(async () => {
  await prepareQueue();
  shop = await installShop("replays");
  other = await installShop("elsewhere");
  await addPastOrder(shop, { id: 1, at: day(1) });
  await addPastOrder(shop, { id: 2, at: day(2), gateways: ["paypal"] });
  await addPastOrder(shop, { id: 3, at: day(3), customerKey: "c:2", lines: [{ id: 1, productId: 100 }, { id: 2, productId: 200 }] });
  await addPastOrder(other, { id: 9, at: day(1) });
});
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

async function tryOut(content = buildContent({ discount })): Promise<string> {
  const id = await startBacktest(shop, null, content, now);
  await runBacktest(shop, id, now, never, true);
  return id;
}

test("replays a draft that was never saved and keeps the result", async () => {
  const view = await readBacktest(shop, await tryOut());
  expect(view).toMatchObject({ status: "done", offerId: null, ordersDone: 3, ordersTotal: 3 });
  expect(view?.result).toMatchObject({
    orders: 3, lines: 4, unreachable: 1, placements: [{ asked: 2, qualified: 1, shown: 1 }],
    discount: { oneEachMinor: 200 }, stock: [{ title: `Product 200 of ${shop}`, shown: 1, available: 20 }],
  });
  expect(view?.result?.samples.map(({ name, reason }) => [name, reason.group, reason.code])).toEqual(expect.arrayContaining([
    ["#1", "shown", ""], ["#2", "unreachable", "wallet"], ["#3", "offer", "inOrder"],
  ]));
});

test("what was tried before an offer was saved for the first time is that offer's own", async () => {
  const content = buildContent({ name: "Tried before it was saved" });
  const id = await tryOut(content);
  expect(await readLatestBacktest(shop, await createOffer(shop, { ...content, title: "Changed since" }, null, now))).toBeNull();
  expect(await readLatestBacktest(shop, await createOffer(shop, content, null, now))).toMatchObject({ id, status: "done" });
});

test("an item that an accepted offer added was not there when the page was", async () => {
  const offerId = await addOffer(shop);
  const decisionId = "018f0000-0000-7000-8000-000000000001";
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, order_id, outcome, offer_id, offer_version, facts, reasons, currency, decided_at, expires_at)
     values ($1, $2, 'post-purchase', 'token-3', 1, 3, 'offered', $3, 1, '{}', '{}', 'GBP', $4, $4)`, [shop, decisionId, offerId, day(3)]);
  await pool.query(
    `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, line_id, updated_at)
     values ($1, $2, 2001, 1, gen_random_uuid(), $3, '[]', 2500, 'confirmed', 3, 2, $3)`, [shop, decisionId, day(3)]);
  const found: Array<[number, number[]]> = [];
  await streamPastOrders(shop, now, async (orders) => {
    found.push(...unpackOrders(orders).map((order): [number, number[]] => [order.totalMinor, order.lines.map(({ productId }) => productId)]));
    return true;
  });
  expect(found).toEqual([[2_500, [100]], [2_500, [100]], [0, [100]]]);
  const { recent } = await listRecentPastOrders(shop, now, { recent: 3, earlier: 3, each: 3 });
  expect(recent.map(({ totalMinor, lines }) => [totalMinor, lines.map(({ productId }) => productId)])).toEqual(found);
  await pool.query("delete from decisions where shop = $1", [shop]);
  await pool.query("update offers set status = 'paused' where shop = $1", [shop]);
});

describe("a run", () => {
  test("tells how far it has come and goes no further once it is cancelled", async () => {
    const id = await startBacktest(shop, null, buildContent(), now);
    await beginRun(shop, id, 3);
    expect(await advanceRun(shop, id, 2)).toBe(true);
    expect(await readBacktest(shop, id)).toMatchObject({ status: "running", ordersDone: 2, ordersTotal: 3 });
    expect(await cancelBacktest(shop, id)).toMatchObject({ status: "cancelled" });
    expect(await advanceRun(shop, id, 3)).toBe(false);
    await runBacktest(shop, id, now, never, true);
    expect(await readBacktest(shop, id)).toMatchObject({ status: "cancelled", result: null });
  });

  test("stops within a batch when it is cancelled while it works", async () => {
    const many = await installShop("many");
    await addManyOrders(many, { orders: 6_000, linesPerOrder: 2, products: 50, customers: 500 });
    const id = await startBacktest(many, null, buildContent(), now);
    let batches = 0;
    await beginRun(many, id, 6_000);
    await streamPastOrders(many, now, async (orders) => {
      batches += 1;
      await cancelBacktest(many, id);
      return advanceRun(many, id, orders.orders);
    });
    expect(batches).toBe(1);
  });

  test("starts over after its worker was lost", async () => {
    const id = await startBacktest(shop, null, buildContent({ discount }), now);
    const stopping = new AbortController();
    stopping.abort();
    await expect(runBacktest(shop, id, now, stopping.signal, false)).rejects.toThrow();
    expect(await readBacktest(shop, id)).toMatchObject({ status: "running" });
    await runBacktest(shop, id, now, never, true);
    expect((await readBacktest(shop, id))?.result).toMatchObject({ orders: 3 });
  });

  test("gives way to a newer one of the same offer, whose result stays", async () => {
    const offerId = await addOffer(shop);
    const first = await startBacktest(shop, offerId, buildContent(), now);
    const second = await startBacktest(shop, offerId, buildContent({ discount }), new Date(now.getTime() + 1));
    await runBacktest(shop, second, now, never, true);
    expect(await readBacktest(shop, first)).toMatchObject({ status: "cancelled" });
    expect(await readLatestBacktest(shop, offerId)).toMatchObject({ id: second, status: "done" });
  });
});

test("another shop can neither see, stop nor finish a run, and its orders take no part", async () => {
  const id = await startBacktest(shop, null, buildContent(), now);
  expect(await readBacktest(other, id)).toBeNull();
  expect(await cancelBacktest(other, id)).toBeNull();
  expect(await beginRun(other, id, 1)).toBeNull();
  const done = await readBacktest(shop, await tryOut());
  if (!done?.result) throw new Error("no result");
  await finishRun(other, id, { ...done.result, displacedBy: [], displaces: [], stock: [] });
  expect(await readBacktest(shop, id)).toMatchObject({ status: "cancelled" });
  expect(done.result.orders).toBe(3);
});

test("a replay is removed after the time for which it is kept, and not before", async () => {
  const kept = await startBacktest(shop, null, buildContent(), new Date(now.getTime() - (keepRunsDays - 1) * 86_400_000));
  const old = await startBacktest(shop, null, buildContent(), new Date(now.getTime() - (keepRunsDays + 1) * 86_400_000));
  await purgeBacktests(now);
  expect(await readBacktest(shop, old)).toBeNull();
  expect(await readBacktest(shop, kept)).not.toBeNull();
});

test("the whole catalogue and the orders up to each moment speak for what is offered", async () => {
  const counted = await installShop("counted");
  const together = { ...buildContent({ products: [] }), strategy: { kind: "boughtTogether" as const, exclude: { productIds: [], collectionIds: [], tags: [] } } };
  for (let id = 1; id <= 24; id += 1) await addPastOrder(counted, { id, at: day(id), customerKey: `c:${id}`, lines: (id % 2 === 0 ? [100, 200] : [300 + id, 330 + id]).map((productId, line) => ({ id: line + 1, productId })) });
  await addPastOrder(counted, { id: 90, at: day(28), customerKey: "c:90", lines: [{ id: 1, productId: 100 }] });
  const id = await startBacktest(counted, null, together, now);
  await runBacktest(counted, id, now, never, true);
  const result = (await readBacktest(counted, id))?.result;
  expect(result?.evidence).toBe("then");
  expect(result?.stock).toContainEqual({ productId: 200, title: `Product 200 of ${counted}`, shown: 1, available: 20 });
  expect(result?.samples.find(({ orderId }) => orderId === 90)?.reason).toEqual({ group: "shown", code: "" });
});

test("a thread of its own finds what is found without one, from the first order to the last", async () => {
  await buildStep(serverEntries);
  const many = await installShop("threads");
  await addSoldProducts(many, 40);
  await addOffer(many, { rule: { kind: "all", conditions: [{ kind: "customerOrderCount", min: 1 }] } });
  await addManyOrders(many, { orders: 2_500, linesPerOrder: 2, products: 40, customers: 150 });
  const exclude = { productIds: [], collectionIds: [], tags: [] };
  const tested = [buildContent({ discount }), buildContent({ products: [], strategy: { kind: "boughtTogether", exclude }, placements: ["post-purchase", "thank-you"] })];
  const resultsOf = async () => {
    const results = [];
    for (const content of tested) {
      const id = await startBacktest(many, null, content, now);
      await runBacktest(many, id, now, never, true);
      const run = await readBacktest(many, id);
      expect(run).toMatchObject({ status: "done", ordersDone: 2_500 });
      results.push(run?.result);
    }
    return results;
  };
  const here = await resultsOf();
  replayInThreads(pathToFileURL(path.join(root, "build/replay-thread.js")));
  expect(await resultsOf()).toEqual(here);
}, 300_000);
