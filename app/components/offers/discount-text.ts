import type { TFunction } from "i18next";
import type { Discount } from "../../domain/offers/offer";

/** "15% off", "£2.00 off each", "Free shipping", "None". */
export function discountText(t: TFunction, discount: Discount, currency: string): string {
  switch (discount.kind) {
    case "none":
      return t("offers:discount.none");
    case "percentage":
      return t("offers:discount.percentage", { percent: discount.percent });
    case "fixed":
      return t("offers:discount.fixed", { amount: { minor: discount.amountMinor, currency } });
    case "freeShipping":
      return t("offers:discount.freeShipping");
  }
}
