import type { TFunction } from "i18next";
import type { ProposalEvidence } from "../../domain/offers/propose";

/** What in the shop's own orders speaks for it; figures and their meaning, no promise. */
export function proposalEvidence(t: TFunction, evidence: ProposalEvidence, titles: Readonly<Record<string, string>>): string {
  const title = (id: number) => t("onboarding:evidence.product", { title: titles[String(id)] ?? `#${id}` });
  switch (evidence.kind) {
    case "boughtTogether":
      return t("onboarding:evidence.boughtTogether", { ...evidence, expected: Math.round(evidence.expected), product: title(evidence.productId), withProduct: title(evidence.withProductId) });
    case "reorder":
      return t("onboarding:evidence.reorder", { ...evidence, product: title(evidence.productId) });
    case "priceLadder":
      return t("onboarding:evidence.priceLadder", evidence);
    case "bestseller":
      return t("onboarding:evidence.bestseller", { ...evidence, product: title(evidence.productId) });
    case "thankYouOnly":
      return t("onboarding:evidence.thankYouOnly");
  }
}
