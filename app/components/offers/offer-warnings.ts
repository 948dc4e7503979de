import type { TFunction } from "i18next";
import type { OfferWarning } from "../../domain/offers/validate-for-shop";
import { productBadge } from "../decisions/reason-text";
import type { EditorData } from "./editor-data";

/** What would keep a saved offer from being shown, in words; one sentence each. */
export function offerWarnings(t: TFunction, { offer, scheduleState, warnings, products, openBefore }: EditorData): string[] {
  if (!offer) return [];
  const schedule = scheduleState === "live" ? [] : [t(`offers:warning.${scheduleState}`)];
  const title = (id: number) => products.find((product) => product.id === id)?.title ?? t("offers:product.numbered", { id });
  const ahead = openBefore ? [t("offers:warning.openBefore", { name: openBefore.name })] : [];
  return [...schedule, ...ahead, ...new Set(warnings.map((warning) => warningText(t, warning, title)))];
}

function warningText(t: TFunction, warning: OfferWarning, title: (productId: number) => string): string {
  switch (warning.code) {
    case "oneUnitOnly":
      return t("offers:warning.oneUnitOnly");
    case "unknowableCondition":
      return t("offers:warning.unknowable", { place: t(`common:placement.${warning.placement}`), condition: t(`rules:condition.${warning.kind}`) });
    case "variantsMissing":
      return t("offers:warning.variantsMissing", { title: title(warning.productId) });
    case "discountTakesAll":
      return t("offers:warning.discountTakesAll", { title: title(warning.productId) });
    default:
      return t("offers:warning.product", { title: title(warning.productId), problem: productBadge(t, warning.code) });
  }
}
