import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Product, Shop } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { buildContent } from "../support/domain-builders";

const databaseUrl = await freshDatabase();
setAppEnvironment(databaseUrl);
const { closeDatabase, pool, inTransaction } = await import("../../app/data/database.server");
const { findPool } = await import("../../app/data/discounts/coupon-pools.server");
const { forgetCouponHolders } = await import("../../app/data/discounts/coupons.server");
const { insertOffer } = await import("../../app/data/offers/offer-writes.server");
const { assignCoupon, listCouponProgress, prepareCoupons } = await import("../../app/services/discounts/coupons.server");
const { removeEndedDiscounts } = await import("../../app/services/discounts/remove-ended.server");
const { fillPool } = await import("../../app/services/discounts/fill-coupons.server");
const { moveStatus } = await import("../../app/services/offers/offer-status.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const strategy = { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 14, minSubtotalMinor: null } as const;
const dayMs = 24 * 60 * 60 * 1000;
const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let mug: Product;
beforeAll(async () => {
  ({ shop, opened, mug } = await openShop(shopify, "thankful"));
  const now = new Date();
  const id = await insertOffer(shop, { content: buildContent({ placements: ["thank-you"], strategy }), savedBy: null, now });
  await moveStatus(shop, [id], "activate", now);
  await shopify.settle();
});

const ask = (over: Partial<Parameters<typeof assignCoupon>[1]> = {}) => assignCoupon(shop, { decisionId: randomUUID(), customerKey: null, referenceId: null, strategy, now: new Date(), ...over });
const codesAtShopify = () => [...opened.discounts.byCode.keys()];
const buy = (discountCode: string) => shopify.control.placeOrder({ shop, lines: [{ variantId: mug.variants[0]?.id ?? 0, quantity: 1 }], discountCode, email: `${randomUUID()}@example.com` });

test("publishing a coupon has its codes made in bulk before anyone asks", async () => {
  const pools = await listCouponProgress(shop, new Date());
  expect(pools.length).toBeGreaterThanOrEqual(1);
  for (const made of pools) {
    expect(made).toMatchObject({ adding: 0, isLow: false, assigned: 0, bulkId: null });
    expect(made.free).toBe(opened.discounts.nodes.get(made.nodeId ?? 0)?.kind === "code" ? 251 : 0);
    // Days as promised at the least, and a week more at the most.
    expect(made.endsAt.getTime()).toBeGreaterThanOrEqual(Date.now() + 14 * dayMs - 60_000);
    expect(made.endsAt.getTime()).toBeLessThan(Date.now() + (14 + 7 + 2) * dayMs);
  }
});

test("the same decision gets the same code, another decision another", async () => {
  const decisionId = randomUUID();
  const [first, again, other] = [await ask({ decisionId }), await ask({ decisionId }), await ask()];
  expect(first).not.toBeNull();
  expect(again).toEqual(first);
  expect(other?.code).not.toBe(first?.code);
  expect(codesAtShopify()).toContain(first?.code.toLowerCase());
});

test("one decision that asks many times at once gets one code", async () => {
  const decisionId = randomUUID();
  const codes = (await Promise.all(Array.from({ length: 20 }, () => ask({ decisionId })))).map((coupon) => coupon?.code);
  expect(new Set(codes).size).toBe(1);
  expect(codes[0]).toBeDefined();
});

test("a hundred at once, in two processes, never get one code twice", async () => {
  const child = promisify(execFile)(process.execPath, ["--import", "tsx", "test/integration/assign-coupons.ts", shop, "50"], { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const here = (await Promise.all(Array.from({ length: 50 }, () => ask()))).map((coupon) => coupon?.code ?? "");
  const there = (await child).stdout.trim().split("\n");
  expect(here).toHaveLength(50);
  expect(there).toHaveLength(50);
  expect(new Set([...here, ...there]).size).toBe(100);
  expect(codesAtShopify()).toEqual(expect.arrayContaining([...here, ...there].map((code) => code.toLowerCase())));
});

test("a pool that runs low is filled again, whatever interrupts it", async () => {
  const before = codesAtShopify().length;
  const [current] = (await listCouponProgress(shop, new Date())).filter(({ assigned }) => assigned > 0);
  await pool.query("update coupons set decision_id = gen_random_uuid() where shop = $1 and pool_id = $2 and decision_id is null and code not in (select code from coupons where shop = $1 and pool_id = $2 and decision_id is null order by code limit 40)", [shop, current?.id]);
  await fillPool(shop, current?.id ?? "");
  // Shopify has the codes, and the worker ended before it noted that they were sent.
  await pool.query("update coupon_pools set bulk_id = null where shop = $1 and id = $2", [shop, current?.id]);
  await fillPool(shop, current?.id ?? "");
  await shopify.settle();
  const after = (await listCouponProgress(shop, new Date())).find(({ id }) => id === current?.id);
  expect(after).toMatchObject({ adding: 0, isLow: false });
  const { rows } = await pool.query<{ code: string }>("select lower(code) as code from coupons where shop = $1 and state = 'ready'", [shop]);
  const known = new Set(codesAtShopify());
  expect(rows.filter(({ code }) => !known.has(code))).toEqual([]);
  expect(codesAtShopify().length).toBeGreaterThan(before);
});

test("a pool is filled however many end after it", async () => {
  const [current] = await listCouponProgress(shop, new Date());
  await pool.query(
    `insert into coupon_pools (shop, id, terms, ends_at, first_code, created_at)
     select $1, gen_random_uuid(), 'later', $2::timestamptz + make_interval(days => n), '', now() from generate_series(1, 300) n`, [shop, current?.endsAt]);
  expect(await findPool(shop, current?.id ?? "")).toMatchObject({ id: current?.id, adding: current?.adding, free: current?.free, assigned: current?.assigned });
  expect(await findPool(shop, randomUUID())).toBeNull();
  await pool.query("delete from coupon_pools where shop = $1 and terms = 'later'", [shop]);
});

test("a coupon takes off what it says, and refuses its second use", async () => {
  const coupon = await ask();
  const order = buy(coupon?.code ?? "");
  expect(order.discountCodes.map(({ code }) => code)).toEqual([coupon?.code]);
  expect(order.transactions[0]?.amount).toBe(1_125 + (order.shippingLines[0]?.price ?? 0));
  expect(buy(coupon?.code ?? "").discountCodes).toEqual([]);
});

test("terms that nobody published get their first coupon at once, and a pool", async () => {
  const rare = { ...strategy, discount: { kind: "freeShipping" as const }, minSubtotalMinor: 1_000 };
  const coupon = await ask({ strategy: rare });
  expect(coupon).not.toBeNull();
  const order = buy(coupon?.code ?? "");
  expect(order.shippingLines[0]?.price).toBe(0);
  await shopify.settle();
  expect(await ask({ strategy: rare })).not.toBeNull();
});

test("codes are 130 bits of an alphabet without look-alikes, and no two are alike", async () => {
  const { rows } = await pool.query<{ code: string }>("select code from coupons where shop = $1", [shop]);
  expect(rows.length).toBeGreaterThan(250);
  for (const { code } of rows) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}-[0-9A-HJKMNP-TV-Z]{6}$/);
});

test("who had a coupon can be forgotten; the coupon stays taken", async () => {
  const decisionId = randomUUID();
  const coupon = await ask({ decisionId, customerKey: "c:77" });
  await inTransaction((client) => forgetCouponHolders(shop, ["c:77"], [], client));
  const { rows } = await pool.query("select customer_key, decision_id from coupons where shop = $1 and code = $2", [shop, coupon?.code]);
  expect(rows).toEqual([{ customer_key: null, decision_id: decisionId }]);
});

test("next week's coupons work as soon as they are made, since one may be given before", async () => {
  // A Saturday evening: two days on, coupons end a week later.
  const { rows: [{ moment } = { moment: new Date() }] } = await pool.query<{ moment: Date }>("select date_trunc('week', now()) + interval '5 days 20 hours' as moment");
  await prepareCoupons(shop, moment);
  for (const node of opened.discounts.nodes.values()) expect(node.startsAt).toBeLessThanOrEqual(Math.max(moment.getTime(), Date.now()));
});

test("the discount of coupons that ended a month ago is deleted, and those that hold stay", async () => {
  const [pool] = await listCouponProgress(shop, new Date());
  await removeEndedDiscounts(shop, new Date());
  expect(opened.discounts.nodes.has(pool?.nodeId ?? 0)).toBe(true);
  await removeEndedDiscounts(shop, new Date((pool?.endsAt.getTime() ?? 0) + 31 * dayMs));
  expect(opened.discounts.nodes.has(pool?.nodeId ?? 0)).toBe(false);
});
