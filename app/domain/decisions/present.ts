import { variantTitleOf } from "../catalogue/mirrored-product";
import { currencyExponent, toDecimalNumber } from "../money/money";
import type { Discount, Offer } from "../offers/offer";
import { textsFor } from "../offers/offer-texts";
import type { DiscountChange, PresentedOffer, PresentedVariant } from "./contract";
import type { Offerable } from "./offerable";
import { discountedPrice, maxQuantity } from "./offerable";

/** Everything the page shows of a chosen offer; titles, prices and pictures of the product are the store's own. */
export function presentOffer(offer: Offer, offerable: Offerable, currency: string, locale: string): PresentedOffer {
  const { content } = offer;
  const { product } = offerable;
  const { title, body } = textsFor(content, locale);
  return {
    offerId: offer.id,
    offerVersion: offer.version,
    title,
    body,
    productId: product.id,
    productTitle: product.title,
    productImageUrl: product.imageUrl,
    currency,
    currencyExponent: currencyExponent(currency),
    variants: presentVariants(offerable, content),
    discount: discountChange(content.discount, title, currency),
    shippingMinor: content.discount.kind === "freeShipping" ? 0 : content.shippingMinor,
  };
}

/** The variants that can be had now, each at its price and under the offer's discount. */
export function presentVariants({ variants }: Offerable, content: Offer["content"]): PresentedVariant[] {
  return variants.map((variant) => ({
    variantId: variant.id,
    title: variantTitleOf(variant.title),
    imageUrl: variant.imageUrl,
    priceMinor: variant.priceMinor,
    discountedMinor: discountedPrice(variant.priceMinor, content.discount),
    maxQuantity: maxQuantity(variant, content),
  }));
}

/** Shoppers see a discount's title on their order, so it is the offer's. */
function discountChange(discount: Discount, title: string, currency: string): DiscountChange | null {
  switch (discount.kind) {
    case "percentage": return { value: discount.percent, valueType: "percentage", title };
    case "fixed": return { value: toDecimalNumber(discount.amountMinor, currency), valueType: "fixed_amount", title };
    case "none":
    case "freeShipping": return null;
  }
}
