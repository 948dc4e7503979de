import type { OfferWarning } from "../../domain/offers/validate-for-shop";
import { productText } from "../decisions/reason-text";
import { placementTexts } from "../placements/placement-texts";
import { conditionLabels } from "../rules/condition-labels";
import type { EditorData } from "./editor-data";

/** What would keep a saved offer from being shown, in words; one sentence each. */
export function offerWarnings({ offer, scheduleState, warnings, products }: EditorData): string[] {
  if (!offer) return [];
  const schedule = { before: ["Its schedule hasn’t begun yet."], live: [], after: ["Its schedule is over."] };
  const title = (id: number) => `“${products.find((product) => product.id === id)?.title ?? `Product ${id}`}”`;
  return [...schedule[scheduleState], ...new Set(warnings.map((warning) => warningText(warning, title)))];
}

function warningText(warning: OfferWarning, title: (productId: number) => string): string {
  switch (warning.code) {
    case "oneUnitOnly":
      return "With a fixed amount off, customers can add one item.";
    case "unknowableCondition":
      return `${placementTexts[warning.placement].name}: this part of the rule can’t be known there: ${conditionLabels[warning.kind].toLowerCase()}.`;
    case "variantsMissing":
      return `${title(warning.productId)} no longer has the variants chosen.`;
    case "discountTakesAll":
      return `${title(warning.productId)} costs no more than the discount takes off.`;
    default:
      return `${title(warning.productId)} ${productText(warning.code)}.`;
  }
}
