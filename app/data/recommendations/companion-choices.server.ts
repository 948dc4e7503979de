import type { StaffExclusions } from "../../domain/strategies/staff-exclusions";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { changeOffers } from "../offers/change-offers.server";

export type Choice = "pin" | "exclude";

/** In `companion_choices`: the companion of any product. */
export const anyProduct = 0;

/** What staff exclude whatever the product and the strategy. */
export async function listStaffExclusions(shop: ShopId): Promise<StaffExclusions> {
  const { rows } = await pool.query<{ companion_id: number }>({
    name: "staff_exclusions",
    text: "select companion_id from companion_choices where shop = $1 and product_id = $2 and choice = 'exclude'",
    values: [shop, anyProduct],
  });
  return { productIds: rows.map((row) => row.companion_id), collectionIds: [], tags: [] };
}

/** Staff's choices for some products, by product and then companion. */
export async function listChoices(shop: ShopId, productIds: readonly number[]): Promise<Map<number, Map<number, Choice>>> {
  const { rows } = await pool.query<{ product_id: number; companion_id: number; choice: Choice }>({
    name: "companion_choices",
    text: "select product_id, companion_id, choice from companion_choices where shop = $1 and product_id = any($2::bigint[])",
    values: [shop, productIds],
  });
  const choices = new Map<number, Map<number, Choice>>();
  for (const row of rows) choices.set(row.product_id, (choices.get(row.product_id) ?? new Map<number, Choice>()).set(row.companion_id, row.choice));
  return choices;
}

/** Sets a choice, or takes it back where `isSet` is false; the other choice for the same pair gives way. */
export async function saveChoice(shop: ShopId, productId: number, companionId: number, choice: Choice, isSet: boolean, now: Date): Promise<void> {
  await changeOffers(shop, async (client) => {
    await client.query("delete from companion_choices where shop = $1 and product_id = $2 and companion_id = $3", [shop, productId, companionId]);
    if (!isSet) return;
    await client.query(
      "insert into companion_choices (shop, product_id, companion_id, choice, chosen_at) values ($1, $2, $3, $4, $5)",
      [shop, productId, companionId, choice, now],
    );
  });
}
