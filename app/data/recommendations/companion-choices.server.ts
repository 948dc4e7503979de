import type { StaffChoice } from "../../domain/strategies/staff-choices";
import type { StaffExclusions } from "../../domain/strategies/staff-exclusions";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { changeOffers } from "../offers/change-offers.server";

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

export interface ChosenCompanion {
  product_id: number;
  companion_id: number;
  choice: StaffChoice;
}

/** Staff's choices for some products, by product and then companion. */
export async function listChoices(shop: ShopId, productIds: readonly number[]): Promise<Map<number, Map<number, StaffChoice>>> {
  const { rows } = await pool.query<ChosenCompanion>({
    name: "companion_choices",
    text: "select product_id, companion_id, choice from companion_choices where shop = $1 and product_id = any($2::bigint[])",
    values: [shop, productIds],
  });
  return choicesOf(rows);
}

/** By product and then companion. */
export function choicesOf(rows: readonly ChosenCompanion[]): Map<number, Map<number, StaffChoice>> {
  const choices = new Map<number, Map<number, StaffChoice>>();
  for (const row of rows) choices.set(row.product_id, (choices.get(row.product_id) ?? new Map<number, StaffChoice>()).set(row.companion_id, row.choice));
  return choices;
}

export interface ChoiceRow {
  /** `anyProduct` for the companion of any. */
  productId: number;
  /** "" for any product, and for one that is gone. */
  productTitle: string;
  companionId: number;
  companionTitle: string;
  companionImageUrl: string | null;
  choice: StaffChoice;
  /** A member of staff by Shopify's id; null where it was not noted. */
  chosenBy: number | null;
  chosenAt: Date;
}

export interface ChoiceCursor {
  chosenAt: Date;
  productId: number;
  companionId: number;
}

/** What staff chose by hand, the latest first, from after the cursor. */
export async function listChoiceRows(shop: ShopId, after: ChoiceCursor | null, limit: number): Promise<ChoiceRow[]> {
  const { rows } = await pool.query<ChoiceRow>(
    `select c.product_id as "productId", coalesce(p.title, '') as "productTitle", c.companion_id as "companionId", coalesce(o.title, '') as "companionTitle",
            o.image_url as "companionImageUrl", c.choice, c.chosen_by as "chosenBy", c.chosen_at as "chosenAt"
     from companion_choices c
     left join products p on p.shop = c.shop and p.id = c.product_id
     left join products o on o.shop = c.shop and o.id = c.companion_id
     where c.shop = $1 and ($2::timestamptz is null or (c.chosen_at, c.product_id, c.companion_id) < ($2, $3::bigint, $4::bigint))
     order by c.chosen_at desc, c.product_id desc, c.companion_id desc limit $5`,
    [shop, after?.chosenAt ?? null, after?.productId ?? null, after?.companionId ?? null, limit],
  );
  return rows;
}

/**
 * Sets what staff say of a companion, or nothing for null, and returns what they said before. Product pages are looked at
 * anew: those that show it, or all where it is of any product.
 */
export async function saveChoice(
  shop: ShopId, { productId, companionId }: { productId: number; companionId: number }, choice: StaffChoice | null, chosenBy: number | null, now: Date,
): Promise<StaffChoice | null> {
  return changeOffers(shop, async (client) => {
    const { rows } = await client.query<{ choice: StaffChoice }>(
      "delete from companion_choices where shop = $1 and product_id = $2 and companion_id = $3 returning choice", [shop, productId, companionId],
    );
    if (choice !== null) {
      await client.query(
        "insert into companion_choices (shop, product_id, companion_id, choice, chosen_by, chosen_at) values ($1, $2, $3, $4, $5, $6)",
        [shop, productId, companionId, choice, chosenBy, now],
      );
    }
    await client.query(
      `update companion_publications set checked_at = 'epoch'
       where shop = $1 and product_id <> ${anyProduct} and case when $2::bigint = ${anyProduct} then $3::bigint = any(companion_ids) or $4::boolean else product_id = $2 end`,
      [shop, productId, companionId, choice === null],
    );
    return rows[0]?.choice ?? null;
  });
}
