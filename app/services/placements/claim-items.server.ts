import type { Claim } from "../../data/placements/claims.server";
import { claimVariants, keepDiscountCode } from "../../data/placements/claims.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { daysAfter } from "../../domain/courtesy/days";
import { checkChoice } from "../../domain/placements/choice";
import type { ChoiceRefusal, ChoiceReply, ChoiceRequest, ProductsBlock, Saving } from "../../domain/placements/contract";
import type { ShopId } from "../../domain/shops/shop-id";
import { discountCodeFor } from "../discounts/discount-code.server";
import { offerAttribute } from "../discounts/offer-attribute.server";

/** A checkout that was begun with the items in it may take until the next day. */
const claimDays = 1;
/** Signed where the price is the usual one, so that the line can be traced; the discount Function takes nothing off for it. */
const noSaving: Saving = { kind: "percentage", percent: 0 };

export type ItemLine = Extract<ChoiceReply, { kind: "items" }>["lines"][number];
export interface ClaimedItems {
  lines: ItemLine[];
  discountCodes: string[];
}

/**
 * What of a decision's products was chosen, as lines that carry what proves it: claims are stored once a variant, so the
 * same choice gives the same lines. Refused is what was not shown, and what cannot be had on the terms shown any more.
 */
export async function claimItems(shop: ShopId, decision: StoredDecision, items: ChoiceRequest["items"], now: Date): Promise<ClaimedItems | { refused: ChoiceRefusal }> {
  const { id: decisionId, block, expiresAt, declinedAt } = decision;
  if (declinedAt) return { refused: "declined" };
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot || block?.kind !== "products") return { refused: "notOffered" };
  const checked = checkChoice({ block, items, snapshot, expiresAt, now });
  if ("refused" in checked) return checked;
  const wanted = checked.chosen.map(({ variantId, maxQuantity, priceMinor, discountedMinor }) => ({ variantId, quantity: maxQuantity, unitBeforeMinor: priceMinor, unitMinor: discountedMinor }));
  const claims = await claimVariants(shop, { decisionId, currency: block.currency, claims: wanted, expiresAt: daysAfter(now, claimDays), now });
  if (!claims) return { refused: "expired" };

  const lines: ItemLine[] = [];
  const discountCodes: string[] = [];
  for (const { variantId, quantity } of items) {
    const claim = claims.find((one) => one.variantId === variantId);
    if (!claim) return { refused: "notOffered" };
    const code = await codeOf(shop, claim, block);
    if (code !== null) discountCodes.push(code);
    lines.push({ variantId, quantity, attributes: [await offerAttribute(shop, signedClaim(claim, code === null ? block.saving : null))] });
  }
  return { lines, discountCodes };
}

async function codeOf(shop: ShopId, claim: Claim, { saving }: ProductsBlock): Promise<string | null> {
  if (claim.discountCode !== null || saving === null) return claim.discountCode;
  const code = await discountCodeFor(shop, signedClaim(claim, saving));
  return code === null ? null : keepDiscountCode(shop, claim.id, code);
}

/** With a code the attribute only traces the line: one of the two takes off the price, never both. */
function signedClaim({ id, variantId, quantity, expiresAt }: Claim, saving: Saving | null) {
  return { claimId: id, variantId, quantity, saving: saving ?? noSaving, expiresAt };
}
