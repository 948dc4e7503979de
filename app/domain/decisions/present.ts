import { variantTitleOf } from "../catalogue/mirrored-product";
import { currencyExponent, toDecimalNumber } from "../money/money";
import type { Offer } from "../offers/offer";
import type { DiscountChange, PresentedOffer } from "./contract";
import type { Offerable } from "./offerable";
import { discountedPrice, maxQuantity } from "./offerable";

/** Everything the page shows of a chosen offer; titles, prices and pictures of the product are the store's own. */
export function presentOffer(offer: Offer, { product, variants }: Offerable, currency: string): PresentedOffer {
  const { content } = offer;
  return {
    offerId: offer.id,
    offerVersion: offer.version,
    title: content.title,
    body: content.body,
    productId: product.id,
    productTitle: product.title,
    productImageUrl: product.imageUrl,
    currency,
    currencyExponent: currencyExponent(currency),
    variants: variants.map((variant) => ({
      variantId: variant.id,
      title: variantTitleOf(variant.title),
      imageUrl: variant.imageUrl,
      priceMinor: variant.priceMinor,
      discountedMinor: discountedPrice(variant.priceMinor, content.discount),
      maxQuantity: maxQuantity(variant, content),
    })),
    discount: discountChange(offer, currency),
    shippingMinor: content.discount.kind === "freeShipping" ? 0 : content.shippingMinor,
  };
}

/** Shoppers see a discount's title on their order, so it is the offer's. */
function discountChange({ content: { discount, title } }: Offer, currency: string): DiscountChange | null {
  switch (discount.kind) {
    case "percentage": return { value: discount.percent, valueType: "percentage", title };
    case "fixed": return { value: toDecimalNumber(discount.amountMinor, currency), valueType: "fixed_amount", title };
    case "none":
    case "freeShipping": return null;
  }
}
