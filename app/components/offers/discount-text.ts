import { formatMinor } from "../../domain/money/money";
import type { Discount } from "../../domain/offers/offer";

/** "15% off", "£2.00 off each", "Free shipping", "None". */
export function discountText(discount: Discount, currency: string): string {
  switch (discount.kind) {
    case "none":
      return "None";
    case "percentage":
      return `${discount.percent}% off`;
    case "fixed":
      return `${formatMinor(discount.amountMinor, currency, "en")} off each`;
    case "freeShipping":
      return "Free shipping";
  }
}
