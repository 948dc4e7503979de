import type { CatalogueProduct } from "../catalogue/product";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import type { CourtesyPolicy } from "../courtesy/policy";
import { isRebought, type RebuyFigures } from "../strategies/reorders-due";
import { TYPICAL_FACTOR } from "./due-date";
import { PROMPT_WINDOW_DAYS } from "./prompt-gate";

/** Whether customers are reminded of a product, or why never. */
export type PromptStatus =
  | "prompted"
  | "notSold"
  | "soldOut"
  | "leftOut"
  /** Too few customers came back for it to say that it is bought again. */
  | "tooFewRepeats"
  /** Enough customers, and hardly any came back. */
  | "rarelyBoughtAgain"
  /** Fewer repeat orders or customers than the courtesy policy asks for. */
  | "belowPolicy"
  | "rhythmUnknown"
  /** So long between two purchases that a date would be a guess. */
  | "tooLongBetween";

export interface PromptQuestion {
  figures: RebuyFigures;
  /** As it is sold today; undefined when it is gone. */
  product: CatalogueProduct | undefined;
  isLeftOut: boolean;
  policy: Pick<CourtesyPolicy, "minOrders" | "minCustomers">;
  /** Customers for whom it is due now or soon. */
  dues: number;
}

/** The first thing that keeps customers from being reminded of a product, the plainest first. */
export function promptStatus({ figures, product, isLeftOut, policy, dues }: PromptQuestion): PromptStatus {
  if (!product || product.status !== "active" || !product.isPublished || product.isGiftCard) return "notSold";
  if (isLeftOut) return "leftOut";
  const rebought = isRebought(figures);
  if (rebought === null) return "tooFewRepeats";
  if (!rebought) return "rarelyBoughtAgain";
  if (!isEnoughEvidence(policy, { orders: figures.repeats, customers: figures.repeatCustomers })) return "belowPolicy";
  if (figures.typicalDays === null) return "rhythmUnknown";
  // A customer's own rhythm may be closer than what is usual: whom it is due for is reminded all the same.
  const rangeDays = figures.typicalDays * (TYPICAL_FACTOR - 1 / TYPICAL_FACTOR);
  if (dues === 0 && rangeDays > 2 * PROMPT_WINDOW_DAYS) return "tooLongBetween";
  return product.variants.some(({ available }) => available === null || available > 0) ? "prompted" : "soldOut";
}
