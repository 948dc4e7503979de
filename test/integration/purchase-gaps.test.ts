import { afterAll, expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { readPurchaseGaps } = await import("../../app/services/recommendations/purchase-gaps.server");

const shop = ShopId.parse("gaps.myshopify.com");
afterAll(closeDatabase);

let id = 0;
async function bought(customerKey: string | null, productIds: number[], day: number): Promise<void> {
  id += 1;
  await pool.query("insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at) values ($1, $2, $3, $4, $5)", [shop, id, customerKey, productIds, new Date(Date.UTC(2026, 0, 1 + day, 12))]);
}

test("counts the days between a customer's purchases of the same product, and nothing else", async () => {
  expect(await readPurchaseGaps(shop)).toBeNull();
  await bought("c:1", [1, 2], 0);
  await bought("c:1", [1], 7);
  await bought("c:1", [1, 2], 15);
  await bought("c:2", [1], 1);
  await bought("c:2", [1], 1);
  await bought(null, [1], 0);
  await bought(null, [1], 3);
  await bought("c:3", [9], 0);
  await bought("c:3", [9], 400);
  const bars = await readPurchaseGaps(shop);
  expect(bars?.filter(({ purchases }) => purchases > 0)).toEqual([
    { from: 1, to: 7, purchases: 1, share: 0.25 }, { from: 8, to: 14, purchases: 1, share: 0.25 },
    { from: 15, to: 30, purchases: 1, share: 0.25 }, { from: 366, to: null, purchases: 1, share: 0.25 },
  ]);
  expect(await readPurchaseGaps(ShopId.parse("other.myshopify.com"))).toBeNull();
});
