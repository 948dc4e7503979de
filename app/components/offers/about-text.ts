import type { Discount } from "../../domain/offers/offer";
import type { OfferStrategy } from "../../domain/strategies/strategy";
import { discountText } from "./discount-text";
import { productText } from "./list-texts";
import { offerSubject } from "./strategy-text";

interface Described {
  /** Null where staff name the products. */
  strategy: OfferStrategy["kind"] | null;
  product: { title: string | null; others: number } | null;
  discount: Discount;
}

/** "Silk scarf and 2 more, 10% off": what an offer offers, in a line. */
export function aboutText({ strategy, product, discount }: Described, currency: string): string {
  const subject = strategy === null ? productText(product) : offerSubject(strategy);
  return discount.kind === "none" ? subject : `${subject}, ${discountText(discount, currency)}`;
}
