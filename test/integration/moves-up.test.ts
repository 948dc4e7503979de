import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { countMovesUp } = await import("../../app/data/recommendations/moves-up.server");
const { readSources } = await import("../../app/data/recommendations/sources.server");
const { refreshMovesUp } = await import("../../app/services/recommendations/refresh-moves-up.server");
const { addProduct, installShop } = await import("../support/buyers");

afterAll(closeDatabase);

const now = new Date("2026-11-21T12:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
let shop: ShopId;
beforeAll(async () => {
  shop = await installShop("movers");
  for (const [id, priceMinor] of [[301, 1_000], [302, 1_500]] as const) await addProduct(shop, id, [{ id: id * 10, priceMinor }]);
  await pool.query("update products set product_type = 'Mugs' where shop = $1", [shop]);
  await pool.query("insert into product_days (shop, day, product_id, orders) select $1, day, id, 1 from unnest(array['2026-01-01', '2027-12-31']::date[]) day, unnest(array[301, 302]) id", [shop]);
  await pool.query("insert into co_purchase_shops (shop, weight, orders) values ($1, 0, 0)", [shop]);
});

let orders = 0;
async function buys(customerKey: string | null, ...productIds: number[]): Promise<void> {
  for (const [index, productId] of productIds.entries()) {
    orders += 1;
    await pool.query("insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at) values ($1, $2, $3, $4, $5)",
      [shop, orders, customerKey, [productId], inDays(index - 100)]);
  }
}
const moves = async () => (await readSources(shop, { productIds: [301], customerKey: null, now })).movesUp(301);

test("what buyers moved up to is counted over customers, and deciding reads it", async () => {
  for (let index = 0; index < 8; index += 1) await buys(`c:${String(index)}`, 301, 302);
  await buys("c:90", 302, 301);
  await buys(null, 301, 302);
  expect(await moves()).toEqual([]);
  await refreshMovesUp(shop, now);
  expect(await moves()).toEqual([{ productId: 302, customers: 8, ofCustomers: 9, orders: 8 }]);
});

test("it is counted anew after a day, as a whole", async () => {
  await buys("c:91", 301, 302);
  await refreshMovesUp(shop, inDays(0.9));
  expect(await moves()).toMatchObject([{ customers: 8 }]);
  await refreshMovesUp(shop, inDays(1));
  expect(await moves()).toMatchObject([{ customers: 9 }]);
  await pool.query("delete from counted_orders where shop = $1", [shop]);
  await refreshMovesUp(shop, inDays(2));
  expect(await moves()).toEqual([]);
});

test("customers are kept apart and whole across pages", async () => {
  await pool.query(
    `insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at)
     select $1, 100000 + n, 'c:' || (n % 4001), array[case when n < 4001 then 301 else 302 end]::bigint[], now() + n * interval '1 minute' from generate_series(0, 8001) n`,
    [shop],
  );
  expect(await countMovesUp(shop, now)).toBe(1);
  expect(await moves()).toEqual([{ productId: 302, customers: 4_001, ofCustomers: 4_001, orders: 4_001 }]);
});
