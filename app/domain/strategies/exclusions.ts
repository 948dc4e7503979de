import { isGiftAt } from "../courtesy/gift-confidence";
import type { ProductCourtesyReason } from "../courtesy/reason";
import type { StockReason } from "../decisions/decision";
import { discountedPrice, findOfferable } from "../decisions/offerable";
import type { StrategyCandidate } from "./candidate";
import { observationsOf } from "./evidence";
import { compileExclusions, type StaffExclusions } from "./staff-exclusions";
import type { StrategyInput } from "./input";

/** Why a product is never offered: what `findOfferable` says, what staff exclude, and what the customer has already. */
export type ExclusionReason = { productId: number; code: StockReason | "staffExcluded" | "ownedNotRebought" };

/** What is put to the examination: a product, the variants meant, and what speaks for it. */
export type Examinee = Pick<StrategyCandidate, "productId" | "variantIds"> & { evidence: StrategyCandidate["evidence"] | null };
export type CandidateRefusal = ExclusionReason | ProductCourtesyReason;

/** Says of a candidate why it is refused, or null; made once a strategy and order. */
export type Examine = (candidate: Examinee) => CandidateRefusal | null;

/**
 * Sold-out, unpublished, draft, gift-card and free products, those in the order, those that staff exclude at all or
 * beside a product of the order, and those
 * that the customer owns and nobody is known to buy again. What was bought as a gift is not owned. Then courtesy.
 */
export function createExaminer(input: StrategyInput, exclude: StaffExclusions | null): Examine {
  const isStaffExcluded = compileExclusions(exclude ? [input.staffExclusions, exclude] : [input.staffExclusions]);
  const ordered = new Set(input.facts.lines.map(({ productId }) => productId));
  const isOwned = ownedBy(input);
  const leftOut = input.sources.leftOut?.([...ordered]);
  const { content } = input;
  return ({ productId, variantIds, evidence }) => {
    const product = input.catalogue.byId.get(productId);
    if ((product && isStaffExcluded(product)) || leftOut?.has(productId) === true) return { productId, code: "staffExcluded" };
    if (isOwned(productId) && !ordered.has(productId) && input.sources.isRebought(productId) !== true) return { productId, code: "ownedNotRebought" };
    const found = findOfferable({ productId, variantIds }, content, input.catalogue.byId, ordered);
    if ("code" in found) return found;
    const prices = found.variants.map(({ id: variantId, priceMinor }) => ({ productId, variantId, unitMinor: discountedPrice(priceMinor, content.discount), listMinor: priceMinor }));
    return input.courtesy({ productId, prices, evidence: evidence && observationsOf(evidence) });
  };
}

/** Up to so many questions a walk along the purchases costs less than arranging them. */
const FEW_QUESTIONS = 4;

function ownedBy({ purchases, policy: { giftsFrom } }: StrategyInput): (productId: number) => boolean {
  let questions = 0;
  let arranged: Set<number> | null = null;
  return (productId) => {
    if (arranged) return arranged.has(productId);
    questions += 1;
    if (questions <= FEW_QUESTIONS) return purchases.some((purchase) => purchase.productId === productId && !isGiftAt(purchase.gift, giftsFrom));
    arranged = new Set();
    for (const { productId: bought, gift } of purchases) if (!isGiftAt(gift, giftsFrom)) arranged.add(bought);
    return arranged.has(productId);
  };
}
