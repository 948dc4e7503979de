import { v7 as uuid } from "uuid";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";

export interface NewClaim {
  variantId: number;
  /** The most units that it is good for. */
  quantity: number;
  unitBeforeMinor: number;
  unitMinor: number;
}

export interface Claim extends NewClaim {
  id: string;
  expiresAt: Date;
  discountCode: string | null;
}

export interface ClaimedOf {
  decisionId: string;
  currency: string;
  claims: readonly NewClaim[];
  expiresAt: Date;
  now: Date;
}

/**
 * Stores what was chosen of a decision, which proves that it was seen, and reads it back: one claim a variant, the first
 * for good. Null when the decision was declined or is over by now.
 */
export async function claimVariants(shop: ShopId, { decisionId, currency, claims, expiresAt, now }: ClaimedOf): Promise<Claim[] | null> {
  return inTransaction(async (client) => {
    const open = await client.query(
      `update decisions set impression_at = coalesce(impression_at, $3)
       where shop = $1 and id = $2 and outcome = 'offered' and declined_at is null and expires_at > $3`,
      [shop, decisionId, now],
    );
    if (!open.rowCount) return null;
    await client.query({
      name: "insert_claims",
      text: `insert into offer_claims (shop, id, decision_id, variant_id, quantity, unit_before_minor, unit_minor, currency, claimed_at, expires_at)
             select $1, x.id, $2, x."variantId", x.quantity, x."unitBeforeMinor", x."unitMinor", $4, $5, $6
             from jsonb_to_recordset($3) as x(id uuid, "variantId" bigint, quantity int, "unitBeforeMinor" bigint, "unitMinor" bigint)
             on conflict (shop, decision_id, variant_id) do nothing`,
      values: [shop, decisionId, JSON.stringify(claims.map((claim) => ({ ...claim, id: uuid() }))), currency, now, expiresAt],
    });
    const { rows } = await client.query<Claim>({
      name: "claims_of_decision",
      text: `select id, variant_id as "variantId", quantity, unit_before_minor as "unitBeforeMinor", unit_minor as "unitMinor",
               expires_at as "expiresAt", discount_code as "discountCode"
             from offer_claims where shop = $1 and decision_id = $2 and variant_id = any($3::bigint[])`,
      values: [shop, decisionId, claims.map(({ variantId }) => variantId)],
    });
    return rows;
  });
}

/** Notes the code that stands for a claim, once; the one that holds is returned. */
export async function keepDiscountCode(shop: ShopId, claimId: string, code: string): Promise<string> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ code: string }>(
      "update offer_claims set discount_code = coalesce(discount_code, $3) where shop = $1 and id = $2 returning discount_code as code",
      [shop, claimId, code],
    );
    return rows[0]?.code ?? code;
  });
}
