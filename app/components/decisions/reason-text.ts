import type { TFunction } from "i18next";
import type { CandidateReason, GeneralReason, ProductReason } from "../../domain/decisions/decision";
import { conditionName } from "../rules/condition-name";

/** Why nothing could be offered at all. */
export function generalText(t: TFunction, reason: GeneralReason): string {
  return t(`activity:general.${reason}`);
}

const productCodes = {
  missing: true, notActive: true, unpublished: true, giftCard: true, free: true, soldOut: true, inOrder: true, staffExcluded: true, ownedNotRebought: true,
  declinedProduct: true, boughtAsGift: true, tooLittleEvidence: true, boughtAtFullPrice: true, otherPriceShown: true,
} satisfies Record<ProductReason["code"], true>;

/** "Mug is sold out" */
export function productText(t: TFunction, code: ProductReason["code"], product: string): string {
  return t(`activity:product.${code}`, { product });
}

/** Whether a code is one of a product; stored ones may be of other versions. */
export function isProductCode(code: string): code is ProductReason["code"] {
  return Object.hasOwn(productCodes, code);
}

/** The same in as few words as a badge takes. */
export function productBadge(t: TFunction, code: ProductReason["code"]): string {
  return t(`common:problem.${code}`);
}

/** Why an offer was or was not chosen; `asked` is the deciding part of its rule in words, where that is known. */
export function reasonText(t: TFunction, reason: CandidateReason, asked?: string): string {
  switch (reason.code) {
    case "notScheduled":
      return reason.when === "before" ? t("activity:candidate.notYet") : t("activity:candidate.over");
    case "ruleNotMet":
      return t("activity:candidate.ruleNotMet", { condition: asked ?? conditionName(t, reason.kind) });
    case "ruleUnknown":
      return t("activity:candidate.ruleUnknown", { condition: asked ?? conditionName(t, reason.kind) });
    case "noProduct":
      return reason.products.length === 0 ? t("activity:candidate.noProduct") : t("activity:candidate.noneFits");
    default:
      return t(`activity:candidate.${reason.code}`);
  }
}
