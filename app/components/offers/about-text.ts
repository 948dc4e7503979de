import type { TFunction } from "i18next";
import type { Discount } from "../../domain/offers/offer";
import type { OfferStrategy } from "../../domain/strategies/strategy";
import { discountText } from "./discount-text";
import { offerSubject } from "./strategy-text";

interface Described {
  /** Null where staff name the products. */
  strategy: OfferStrategy["kind"] | null;
  product: { title: string | null; others: number } | null;
  discount: Discount;
}

/** "Silk scarf and 2 more, 10% off": what an offer offers, in a line. */
export function aboutText(t: TFunction, { strategy, product, discount }: Described, currency: string): string {
  const subject = strategy === null ? productText(t, product) : offerSubject(t, strategy);
  return discount.kind === "none" ? subject : t("offers:about", { subject, discount: discountText(t, discount, currency) });
}

/** What the catalogue lacks says so. */
function productText(t: TFunction, product: Described["product"]): string {
  if (product === null) return t("offers:product.none");
  const title = product.title ?? t("offers:product.unknown");
  return product.others > 0 ? t("offers:product.more", { title, count: product.others }) : title;
}
