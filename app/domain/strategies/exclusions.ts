import { isGiftAt } from "../courtesy/gift-confidence";
import type { ProductReason } from "../decisions/decision";
import { findOfferable } from "../decisions/offerable";
import type { OfferContent } from "../offers/offer";
import { compileExclusions, type StaffExclusions } from "./staff-exclusions";
import type { StrategyInput } from "./input";

/** Why a product is never offered: what `findOfferable` says, what staff exclude, and what the customer has already. */
export type ExclusionReason = { productId: number; code: ProductReason["code"] | "staffExcluded" | "ownedNotRebought" };

/** Says of a product why it is excluded, or null; made once a strategy and order. */
export type Examine = (productId: number, variantIds: readonly number[]) => ExclusionReason | null;

/**
 * Sold-out, unpublished, draft, gift-card and free products, those in the order, those that staff exclude, and those
 * that the customer owns and nobody is known to buy again. What was bought as a gift is not owned.
 */
export function createExaminer(input: StrategyInput, exclude: StaffExclusions | null): Examine {
  const isStaffExcluded = compileExclusions(exclude ? [input.staffExclusions, exclude] : [input.staffExclusions]);
  const ordered = new Set(input.facts.lines.map(({ productId }) => productId));
  const owned = new Set(input.purchases.filter(({ gift }) => !isGiftAt(gift, input.policy.giftsFrom)).map(({ productId }) => productId));
  const content = wholeContent(input.content);
  return (productId, variantIds) => {
    const product = input.catalogue.byId.get(productId);
    if (product && isStaffExcluded(product)) return { productId, code: "staffExcluded" };
    if (owned.has(productId) && !ordered.has(productId) && input.sources.isRebought(productId) !== true) return { productId, code: "ownedNotRebought" };
    const found = findOfferable({ productId, variantIds: [...variantIds] }, content, input.catalogue.byId, ordered);
    return "code" in found ? found : null;
  };
}

/** `findOfferable` takes a whole content and reads its discount. */
function wholeContent({ discount }: Pick<OfferContent, "discount">): OfferContent {
  return {
    name: "", title: "", body: "", placements: [], products: [], discount, quantityLimit: 1, shippingMinor: 0,
    schedule: { startsAt: null, endsAt: null }, rule: { kind: "all", conditions: [] },
  };
}
