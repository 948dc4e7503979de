import { afterAll, expect, test } from "vitest";
import type { ProductSort } from "../../app/domain/recommendations/product-listing";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { findProducts } = await import("../../app/services/recommendations/find-products.server");
const { findSampleOrder } = await import("../../app/data/orders/recent-orders.server");
const { installShop } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");
afterAll(() => closeDatabase());

const shop = await installShop("product-listing");
const other = await installShop("product-listing-other");
// Half of them were never ordered, and many as often as others; one was deleted.
const products = Array.from({ length: 70 }, (_, index) => ({ id: index + 1, title: `${index % 3 === 0 ? "Mug" : "Bowl"} ${String((index * 37) % 71)}`, orders: index % 2 === 0 ? 0 : (index * 7) % 5 }));
for (const [owner, factor] of [[shop, 1], [other, 9]] as const) {
  await pool.query("delete from products where shop = $1", [owner]);
  await pool.query(
    `with given as (select * from json_to_recordset($2::json) as x(id bigint, title text, orders int)), kept as (
       insert into products (shop, id, title, handle, status, tags, collection_ids, source_at, observed_at, deleted_at)
       select $1, id, title, 'p' || id, 'active', '{}', '{}', now(), now(), case when id = 70 then now() end from given
     ) insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers)
       select $1, id, 0, orders * $3, 0, 0, 0, 0 from given where id % 4 <> 1`,
    [owner, JSON.stringify(products), factor],
  );
}
await addPastOrder(shop, { id: 7_001, at: new Date("2026-01-05"), lines: [{ id: 1, productId: 1 }] });

async function walk(of: ShopId, search: string, sort: ProductSort) {
  const pages = [];
  let cursor: string | null = null;
  do {
    const page = await findProducts(of, search, sort, cursor);
    pages.push(page.products);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

test.each<[sort: ProductSort, search: string, count: number]>([["orders", "", 69], ["orders", "mug", 23], ["title", "", 69], ["title", "BOWL", 46], ["orders", "nothing", 0]])(
  "by %s, looking for “%s”: each of %i products stands on one page, in order",
  async (sort, search, count) => {
    const pages = await walk(shop, search, sort);
    const found = pages.flat();
    expect(new Set(found.map(({ id }) => id)).size).toBe(count);
    expect(found).toHaveLength(count);
    expect(pages.slice(0, -1).every((page) => page.length === 25)).toBe(true);
    const inOrder = sort === "title"
      ? found.every(({ title }, index) => index === 0 || (found[index - 1]?.title ?? "") <= title)
      : found.every(({ orders }, index) => index === 0 || (found[index - 1]?.orders ?? 0) >= orders);
    expect(inOrder).toBe(true);
    expect(found.filter(({ id, orders }) => orders !== (id % 4 === 1 ? 0 : products[id - 1]?.orders))).toEqual([]);
  },
);

test("a cursor that is none begins at the first page", async () => {
  const first = await findProducts(shop, "", "orders", null);
  expect(await findProducts(shop, "", "orders", "1; drop")).toEqual(first);
});

test.each([["#7001", "#7001"], ["7001", "#7001"], ["#7002", null], ["#9999", null]])("a sample order asked for as %s is %s", async (asked, name) => {
  expect((await findSampleOrder(shop, asked))?.name ?? null).toBe(name);
  expect(await findSampleOrder(other, asked)).toBeNull();
});
