import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { candidatesOf } from "../../app/domain/strategies/candidates";
import type { CustomerPast } from "../../app/domain/recommendations/customer-past";
import { pastOf } from "../evaluate/cross-sell/cases";
import { countOrders, trainedCatalogue } from "../evaluate/cross-sell/training";
import { encoreRanker, keptScoring } from "../evaluate/cross-sell/encore";
import type { History } from "../evaluate/history/history";
import { buildPolicy, buildPurchase } from "../support/courtesy-builders";
import { freshDatabase } from "../support/database";
import { buildStrategyInput, priced } from "../support/strategy-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool } = await import("../../app/data/database.server");
const { saveOrders } = await import("../../app/data/orders/orders.server");
const { deleteOrder } = await import("../../app/services/ledger/delete-order.server");
const { forgetCustomer } = await import("../../app/data/privacy/customer-data.server");
const { countNextOrders } = await import("../../app/data/recommendations/apply-counts.server");
const { buildCounts } = await import("../../app/data/recommendations/build-counts.server");
const { countUncounted } = await import("../../app/data/recommendations/count-uncounted.server");
const { lockCounts } = await import("../../app/data/recommendations/contributions.server");
const { refreshNeighbours, refreshThreshold } = await import("../../app/data/recommendations/refresh-neighbours.server");
const { readSources } = await import("../../app/data/recommendations/sources.server");
const { installShop } = await import("../support/buyers");

afterAll(closeDatabase);

let shop: ShopId;
beforeAll(async () => {
  shop = await installShop("counts");
});

let moment = 0;
function observed(id: number, customerKey: string | null, productIds: readonly number[], { cancelled = false, daysAgo = 0 } = {}) {
  moment += 1;
  const at = new Date(Date.UTC(2026, 10, 1, 0, 0, moment));
  const processedAt = new Date(Date.UTC(2026, 9, 31) - daysAgo * 86_400_000);
  const order = {
    id, name: `#${id}`, checkoutToken: `t${id}`, customerKey, guestKey: null, gift: "none" as const, currency: "GBP", countryCode: "GB", sourceName: "web", gateways: [], discountCodes: [],
    subtotalMinor: 0, totalMinor: 0, financialStatus: "paid", taxesIncluded: true, test: false, processedAt, cancelledAt: cancelled ? at : null, sourceAt: at, refundLines: [],
    lines: productIds.map((productId, index) => ({ id: id * 100 + index, productId, variantId: productId * 10, title: "", quantity: 1, currentQuantity: 1, unitMinor: 100, totalMinor: 100, taxMinor: 0 })),
  };
  return { order, observedAt: at };
}

async function save(...observation: Parameters<typeof observed>): Promise<void> {
  await inTransaction((client) => saveOrders(shop, [observed(...observation)], client));
}

const tables = {
  co_purchase_shops: "weight, orders, after_weight, after_orders, median_gap",
  co_purchase_products: "product_id, weight, orders, partners, customers, repeats, repeat_customers, gaps, median_gap, typical_days",
  product_gaps: "product_id, days, gaps", after_order_pairs: "from_id, to_id, weight, orders, customers",
  after_order_products: "product_id, from_weight, from_orders, from_partners, to_weight, to_orders, to_partners",
  co_purchase_pairs: "first_id, second_id, weight, orders, customers", product_days: "day::text, product_id, orders", counted_orders: "order_id, customer_key, product_ids",
};

async function held(): Promise<Record<string, unknown[]>> {
  const all = await Promise.all(Object.entries(tables).map(async ([table, columns]) => [table, (await pool.query(`select ${columns} from ${table} where shop = $1 order by 1, 2`, [shop])).rows]));
  return Object.fromEntries(all) as Record<string, unknown[]>;
}

async function countAll(): Promise<void> {
  while ((await countNextOrders(shop, 7)) > 0);
}

async function refreshAll(): Promise<void> {
  await countAll();
  await refreshThreshold(shop);
  while ((await refreshNeighbours(shop, 100)) > 0);
}

test("whoever counts waits for whoever is at it, for longer than a single query may take", async () => {
  const turns: string[] = [];
  let isHeld = () => { /* Until the lock is held. */ };
  const held = new Promise<void>((resolve) => { isHeld = resolve; });
  const first = inTransaction(async (client) => {
    await lockCounts(shop, client);
    isHeld();
    await sleep(120);
    turns.push("first");
  });
  await held;
  await inTransaction(async (client) => {
    await lockCounts(shop, client, 20);
    turns.push("second");
    expect((await client.query<{ lock_timeout: string }>("show lock_timeout")).rows).toEqual([{ lock_timeout: "0" }]);
  });
  await first;
  expect(turns).toEqual(["first", "second"]);
});

/** A fixed sequence of numbers that looks like none. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("orders that come, change, are cancelled, deleted and redacted leave the counts of those that remain, as counted from the beginning", async () => {
  const next = numbers(7);
  const products = () => [...new Set(Array.from({ length: 1 + Math.floor(next() * 6) }, () => 1 + Math.floor(next() * 15)))];
  const customer = () => [null, "c:1", "c:2", "c:3", "g:00000000000000000000000000000001"][Math.floor(next() * 5)] ?? null;
  for (let step = 0; step < 150; step += 1) {
    await save(1 + Math.floor(next() * 60), customer(), products(), { cancelled: next() < 0.2, daysAgo: Math.floor(next() * 200) });
    if (step % 10 === 0) await countAll();
  }
  await deleteOrder(shop, 5, new Date());
  await countAll();
  await forgetCustomer(shop, { customerKeys: ["c:2"], orderIds: [] }, new Date());
  const incremental = await held();
  expect(incremental["co_purchase_pairs"]?.length).toBeGreaterThan(50);
  expect(incremental["after_order_pairs"]?.length).toBeGreaterThan(50);
  expect(incremental["product_gaps"]?.length).toBeGreaterThan(50);
  expect(JSON.stringify(incremental)).not.toContain("c:2");
  await buildCounts(shop);
  expect(await held()).toEqual(incremental);
});

test("counting an order again changes nothing, and one that changes while it is counted is counted once more", async () => {
  await countAll();
  const before = await held();
  await pool.query("insert into uncounted_orders (shop, order_id, revision) select shop, id, 1 from orders where shop = $1", [shop]);
  await countAll();
  expect(await held()).toEqual(before);
});

test("taking every order back leaves nothing", async () => {
  const { rows } = await pool.query<{ id: number }>("select id from orders where shop = $1", [shop]);
  for (const { id } of rows) await deleteOrder(shop, id, new Date());
  await countAll();
  const { co_purchase_shops: totals, ...rest } = await held();
  expect(totals).toEqual([{ weight: 0, orders: 0, after_weight: 0, after_orders: 0, median_gap: null }]);
  expect(Object.values(rest).flat()).toEqual([]);
});

test("what is bought together is found with its figures, and what chance brings together is not", async () => {
  // 101 and 102 belong together; 103 to 140 are bought at random.
  const next = numbers(11);
  const rest = () => 103 + Math.floor(next() * 38);
  for (let id = 1_000; id < 1_200; id += 1) await save(id, `c:${id}`, id % 4 === 0 ? [101, 102, rest()] : [...new Set([rest(), rest(), rest()])]);
  await refreshAll();
  const sources = await readSources(shop, { productIds: [101], customerKey: null, now: new Date() });
  expect(sources.companions([101])).toMatchObject([{ productId: 102, withProductId: 101, orders: 50, ofOrders: 50, customers: 50 }]);
  expect(sources.companions([101])).toHaveLength(1);
});

test("what the next order brings is found apart from what is bought in one order", async () => {
  // Whoever buys 201 comes back for 202; 203 to 220 are bought at random before and after.
  const next = numbers(13);
  const rest = () => 203 + Math.floor(next() * 18);
  for (let id = 2_000; id < 2_200; id += 2) {
    await save(id, `c:${id}`, id % 10 === 0 ? [201] : [rest()], { daysAgo: 40 });
    await save(id + 1, `c:${id}`, id % 10 === 0 ? [202] : [rest()]);
  }
  await refreshAll();
  const sources = await readSources(shop, { productIds: [201], customerKey: null, now: new Date(), isAfterOrder: true });
  expect(sources.companions([201]).map(({ productId }) => productId)).not.toContain(202);
  expect(sources.laterCompanions([201])).toMatchObject([{ productId: 202, withProductId: 201, orders: 20, ofOrders: 20, customers: 20, isInNextOrder: true }]);
  expect(sources.laterCompanions([202])).toEqual([]);
});

test("a large order is answered with what its products say together", async () => {
  const order = [101, 103, 104, 105, 106, 107];
  const sources = await readSources(shop, { productIds: order, customerKey: null, now: new Date() });
  expect(sources.companions(order)[0]).toMatchObject({ productId: 102, withProductId: 101 });
});

test("a block shows the six products that the evaluation judges, from the same orders", async () => {
  // Shoppers buy for one of eight purposes, of ten products each, and something at random.
  const next = numbers(17);
  const among = (first: number, many: number) => first + Math.floor(next() * many);
  const baskets = Array.from({ length: 800 }, () => {
    const purpose = 301 + 10 * among(0, 8);
    return [...new Set([...Array.from({ length: among(2, 4) }, () => purpose + Math.floor(10 * next() ** 2)), among(301, 80)])].sort();
  });
  const customerOf = (index: number) => index % 200;
  await pool.query("delete from orders where shop = $1", [shop]);
  await inTransaction((client) => saveOrders(shop, baskets.map((basket, index) => observed(3_000 + index, `c:${customerOf(index)}`, basket)), client));
  await buildCounts(shop);
  await refreshAll();

  const history: History = {
    orders: baskets.map((basket, index) => ({ id: String(index), customer: customerOf(index), day: 1, products: Int32Array.from(basket, (id) => id - 301) })),
    dated: true, lines: 0, productIds: Array.from({ length: 80 }, (_, number) => String(number + 301)),
  };
  const { counts } = countOrders(history.orders);
  const ranker = encoreRanker(keptScoring(counts, history.orders), trainedCatalogue(history, history.orders));

  const pastOfCustomer = pastOf(history.orders);
  const bought = baskets.flatMap((basket, index) => basket.map((productId) => ({ customer: customerOf(index), purchase: buildPurchase({ orderId: 3_000 + index, productId, boughtAt: new Date() }) })));

  let [differing, personal] = [0, 0];
  for (const size of [1, 2, 3, 5, 7]) {
    for (let round = 0; round < 8; round += 1) {
      // Every other time it is a stranger.
      const customer = round % 2 === 0 ? among(0, 200) : null;
      const order = [...new Set(Array.from({ length: size }, () => among(301, 80)))].sort();
      const sources = await readSources(shop, { productIds: order, customerKey: customer === null ? null : `c:${customer}`, now: new Date(), room: 6 });
      const mayBeSaid = new Set(sources.companions(order).map(({ productId }) => productId));
      const products = Array.from({ length: 80 }, (_, number) => priced(number + 301, 1_000));
      const shown = candidatesOf(
        { kind: "boughtTogether", exclude: { productIds: [], collectionIds: [], tags: [] } },
        buildStrategyInput({
          products, sources: { ...sources, isRebought: () => true }, bought: order, limit: 6, policy: buildPolicy({ minOrders: 0, minCustomers: 0 }),
          purchases: bought.filter((one) => one.customer === customer).map(({ purchase }) => purchase),
        }),
      );
      const ids = shown.kind === "products" ? shown.candidates.map(({ productId }) => productId) : [];
      const judge = (known: CustomerPast | null) => ranker.rank(order.map((id) => id - 301), (number) => mayBeSaid.has(number + 301), 6, known).map((number) => number + 301);
      const judged = judge(customer === null ? null : pastOfCustomer(customer).known);
      expect(ids).toEqual(judged);
      if (String(judged) !== String(judge(null))) personal += 1;
      if (String(ids) !== String(sources.companions(order).slice(0, 6).map(({ productId }) => productId))) differing += 1;
    }
  }
  // Or the order by score alone would be as good a test.
  expect(differing).toBeGreaterThan(4);
  expect(personal).toBeGreaterThan(4);
});

test("counting from the beginning leaves the neighbours that refreshing product by product finds, and none to refresh", async () => {
  await buildCounts(shop);
  const found = async () => (await pool.query<object>("select product_id, neighbours, after, affinities from co_purchase_neighbours where shop = $1 order by product_id", [shop])).rows;
  const built = await found();
  expect(built.length).toBeGreaterThan(50);
  expect(await refreshNeighbours(shop, 100)).toBe(0);
  await pool.query("update co_purchase_products set changed_at = now() where shop = $1", [shop]);
  while ((await refreshNeighbours(shop, 100)) > 0);
  expect(await found()).toEqual(built);
});

describe("in pieces", () => {
  beforeAll(async () => {
    shop = await installShop("pieces");
  });

  const small = { ordersPerPage: 9, rowsPerPiece: 12, neighboursPerPiece: 4 };

  /** Builds until so many transactions of it are through, and ends there. */
  async function buildEndedAfter(pieces: number): Promise<boolean> {
    const ending = new AbortController();
    const watched = new Proxy(ending.signal, {
      get(signal, name) {
        // Asked before each piece.
        if (name === "throwIfAborted" && (pieces -= 1) < 0) ending.abort(new Error("killed"));
        const value: unknown = Reflect.get(signal, name);
        return typeof value === "function" ? value.bind(signal) as unknown : value;
      },
    });
    try {
      await buildCounts(shop, watched, small);
      return true;
    } catch (thrown) {
      expect(thrown).toMatchObject({ message: "killed" });
      return false;
    }
  }

  /** Sixty orders and more by few customers, whose counts have several pieces of every table. */
  async function saveMany(from: number): Promise<void> {
    const next = numbers(from);
    const products = () => [...new Set(Array.from({ length: 1 + Math.floor(next() * 6) }, () => 1 + Math.floor(next() * 15)))];
    for (let id = from; id < from + 60; id += 1) await save(id, [null, "c:1", "c:2", "c:3"][Math.floor(next() * 4)] ?? null, products(), { cancelled: next() < 0.1, daysAgo: Math.floor(next() * 200) });
  }

  test("a count from the beginning that is ended again and again, while orders come and change, ends with the counts of one in one go", async () => {
    await saveMany(2_000);
    let [tries, left] = [1, await countUncounted(shop)];
    for (; !(await buildEndedAfter(2)); tries += 1) {
      const now = await countUncounted(shop);
      expect(now).toBeLessThanOrEqual(left);
      // One that changes meanwhile is left once more.
      left = now + 1;
      // Of those noted already, of those to come, and new ones.
      if (tries % 5 === 0) await save(2_000 + tries, "c:1", [1 + (tries % 15), 2]);
      if (tries === 6) await deleteOrder(shop, 2_003, new Date());
      expect(tries).toBeLessThan(500);
    }
    expect(tries).toBeGreaterThan(20);
    await countAll();
    expect(await countUncounted(shop)).toBe(0);
    const inPieces = await held();
    expect(inPieces["co_purchase_pairs"]?.length).toBeGreaterThan(50);
    await buildCounts(shop);
    expect(await held()).toEqual(inPieces);
  });

  test.each([1, 4, 9, 15, 25, 40])("a customer who is forgotten after %i steps of a count from the beginning is in none of it", async (steps) => {
    await saveMany(2_000);
    await buildEndedAfter(steps);
    await forgetCustomer(shop, { customerKeys: ["c:3"], orderIds: [] }, new Date());
    await buildCounts(shop, undefined, small);
    await countAll();
    const inPieces = await held();
    expect(JSON.stringify(inPieces)).not.toContain("c:3");
    await buildCounts(shop);
    expect(await held()).toEqual(inPieces);
  });

  test("two that count from the beginning at a time write every piece once", async () => {
    await saveMany(2_000);
    await Promise.all([buildCounts(shop, undefined, small), buildCounts(shop, undefined, small)]);
    const together = await held();
    await buildCounts(shop);
    expect(await held()).toEqual(together);
  });
});
