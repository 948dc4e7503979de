import type { DueCursor, DueFilter } from "../../domain/reorders/due-listing";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { allProducts, allWeeks } from "./dues.server";

export interface ListedDue {
  customerKey: string;
  productId: number;
  productTitle: string;
  imageUrl: string | null;
  /** The day that the list goes by. */
  day: string;
  /** Days as 2026-11-21, the shop's. */
  dueFrom: string;
  dueOn: string;
  dueUntil: string;
  timesBought: number;
  lastOrderId: number;
  /** "#1001"; null when the order is gone. */
  lastOrderName: string | null;
  lastBoughtAt: Date;
}

/**
 * Who is due to buy what again from after the cursor, without what is past on the day `today`: by the likeliest day, or,
 * of what is due later, by the first, so that an index is entered where the rows are.
 */
export async function listDues(shop: ShopId, filter: DueFilter, today: string, after: DueCursor | null, limit: number): Promise<ListedDue[]> {
  const values: unknown[] = [shop];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const day = bind(today);
  const wanted = ["d.shop = $1", `d.due_until >= ${day}`];
  if (filter.week !== null) {
    const week = bind(filter.week);
    wanted.push(`d.due_on >= ${week}::date`, `d.due_on < ${week}::date + 7`);
  }
  if (filter.productId !== null) wanted.push(`d.product_id = ${bind(filter.productId)}`);
  if (filter.due !== null) wanted.push(filter.due === "now" ? `d.due_from <= ${day}` : `d.due_from > ${day}`);
  const by = filter.due === "later" ? "d.due_from" : "d.due_on";
  if (filter.who !== null) wanted.push(`d.customer_key like '${filter.who === "customers" ? "c" : "g"}:%'`);
  if (after) wanted.push(`(${by}, d.customer_key, d.product_id) > (${bind(after.day)}::date, ${bind(after.customerKey)}, ${bind(after.productId)}::bigint)`);
  const { rows } = await pool.query<ListedDue>(
    `select d.customer_key as "customerKey", d.product_id as "productId", coalesce(p.title, '') as "productTitle", p.image_url as "imageUrl",
            ${by}::text as day, d.due_from::text as "dueFrom", d.due_on::text as "dueOn", d.due_until::text as "dueUntil", d.times_bought as "timesBought",
            d.last_order_id as "lastOrderId", o.name as "lastOrderName", d.last_bought_at as "lastBoughtAt"
     from (select * from reorder_dues d where ${wanted.join(" and ")} order by ${by}, d.customer_key, d.product_id limit ${bind(limit)}) d
     left join products p on p.shop = d.shop and p.id = d.product_id
     left join orders o on o.shop = d.shop and o.id = d.last_order_id
     order by ${by}, d.customer_key, d.product_id`,
    values,
  );
  return rows;
}

export interface DueWeek {
  /** A Monday as 2026-11-16. */
  week: string;
  dues: number;
}

/** How many reorders each week has, in order of time; of one product, or of all for null. */
export async function listDueWeeks(shop: ShopId, productId: number | null): Promise<DueWeek[]> {
  const { rows } = await pool.query<DueWeek>(`select week::text, dues from reorder_weeks where shop = $1 and product_id = $2 and week <> '${allWeeks}' order by 1`, [shop, productId ?? allProducts]);
  return rows;
}

export interface DueProduct {
  id: number;
  title: string;
  dues: number;
}

/** Products that are due for somebody, most first. */
export async function listDueProducts(shop: ShopId, limit: number): Promise<DueProduct[]> {
  const { rows } = await pool.query<DueProduct>(
    `select w.product_id as id, p.title, w.dues from (
       select product_id, dues from reorder_weeks where shop = $1 and week = '${allWeeks}' and product_id <> ${allProducts} order by dues desc, product_id limit $2
     ) w join products p on p.shop = $1 and p.id = w.product_id order by w.dues desc, p.title`,
    [shop, limit],
  );
  return rows;
}

/** For how many customers each of these products is due. */
export async function countDuesOf(shop: ShopId, productIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ id: number; dues: number }>(
    `select product_id as id, dues from reorder_weeks where shop = $1 and product_id = any($2::bigint[]) and week = '${allWeeks}'`, [shop, productIds],
  );
  return new Map(rows.map(({ id, dues }) => [id, dues]));
}
