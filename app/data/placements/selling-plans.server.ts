import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

export interface SellingPlan {
  id: number;
  name: string;
}

/** Puts what a shop has now in the place of what it had. */
export async function replaceSellingPlans(shop: ShopId, plans: readonly (SellingPlan & { productId: number })[]): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("delete from selling_plans where shop = $1", [shop]);
    await client.query(
      `insert into selling_plans (shop, product_id, id, name, position)
       select $1, "productId", id, name, position from jsonb_to_recordset($2) as x("productId" bigint, id bigint, name text, position int)
       on conflict do nothing`,
      [shop, JSON.stringify(plans.map((plan, position) => ({ ...plan, position })))],
    );
  });
}

/** The rhythms in which each of these products may be bought; products without any are left out. */
export async function listSellingPlans(shop: ShopId, productIds: readonly number[]): Promise<Map<number, SellingPlan[]>> {
  const { rows } = await pool.query<SellingPlan & { productId: number }>({
    name: "selling_plans",
    text: `select product_id as "productId", id, name from selling_plans where shop = $1 and product_id = any($2::bigint[]) order by product_id, position`,
    values: [shop, productIds],
  });
  const plans = new Map<number, SellingPlan[]>();
  for (const { productId, id, name } of rows) plans.set(productId, [...(plans.get(productId) ?? []), { id, name }]);
  return plans;
}
