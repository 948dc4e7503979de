import type { TFunction } from "i18next";
import type { StrategyKind } from "./strategy-form";

/** Whether it leads to a later order: never on the post-purchase page. */
export function isForLater(kind: StrategyKind): boolean {
  return kind === "collectionLink" || kind === "coupon";
}

/** Whether a strategy finds the products by itself. */
export function picksProducts(kind: StrategyKind): boolean {
  return kind !== "manual" && kind !== "thankYouOnly" && !isForLater(kind);
}

/** In the place of a product's title: "Bought together: picked for each order". */
export function offerSubject(t: TFunction, kind: StrategyKind): string {
  const strategy = t(`offers:strategyName.${kind}`);
  return picksProducts(kind) ? t("offers:picked", { strategy }) : strategy;
}
