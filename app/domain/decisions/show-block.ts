import { currencyExponent } from "../money/money";
import type { Discount, Offer } from "../offers/offer";
import { textsFor } from "../offers/offer-texts";
import type { Amount, Block, BlockProduct, ProductsBlock, Saving } from "../placements/contract";
import type { CandidateEvidence } from "../strategies/evidence";
import type { StrategyOf } from "../strategies/strategy";
import type { ShopSnapshot, Shown } from "./decision";
import type { Offerable } from "./offerable";
import type { Special } from "./pick";
import { presentVariants } from "./present";

export interface ShownProduct {
  offerable: Offerable;
  evidence: CandidateEvidence;
}

type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** What a block shows of an offer of products, the best first; titles, prices and pictures of products are the store's own. */
export function productsBlock(offer: Offer, products: readonly ShownProduct[], { shop, currency }: ShopSnapshot, locale: string): ProductsBlock {
  const { content } = offer;
  return {
    kind: "products",
    offerId: offer.id,
    offerVersion: offer.version,
    ...textsFor(content, locale),
    currency,
    currencyExponent: currencyExponent(currency),
    products: products.map(({ offerable, evidence }) => blockProduct(offerable, content, reasonOf(evidence), shop)),
    saving: savingOf(content.discount, currency),
  };
}

/** One product as a block shows it, under an offer's discount and limit. */
export function blockProduct(offerable: Offerable, content: Offer["content"], reason: BlockProduct["reason"], shop: string): BlockProduct {
  const { product } = offerable;
  return {
    productId: product.id,
    title: product.title,
    imageUrl: product.imageUrl,
    url: `https://${shop}/products/${encodeURIComponent(product.handle)}`,
    variants: presentVariants(offerable, content),
    reason,
  };
}

/** What a block shows of an offer without products; null for a collection that no page is known of. */
export function showSpecial(offer: Offer, special: Special, { shop, currency, collectionHandles }: ShopSnapshot, locale: string): Shown | null {
  if (special.kind === "coupon") return { offer, block: couponBlock(offer, special.coupon, currency, locale) };
  const handle = collectionHandles?.get(special.collectionId);
  if (handle === undefined) return null;
  const url = `https://${shop}/collections/${encodeURIComponent(handle)}`;
  return { offer, block: { kind: "link", ...textsFor(offer.content, locale), url, productCount: special.productCount } };
}

/** A code of the customer's own for a later order; the code itself is given on request. */
function couponBlock(offer: Offer, { discount, minSubtotalMinor, validDays }: StrategyOf<"coupon">, currency: string, locale: string): BlockOf<"coupon"> {
  const saving: Saving = discount.kind === "fixed" ? { kind: "fixed", amount: amountOf(discount.amountMinor, currency) } : discount;
  return { kind: "coupon", ...textsFor(offer.content, locale), saving, minSubtotal: minSubtotalMinor === null ? null : amountOf(minSubtotalMinor, currency), validDays };
}

export function thanksBlock(offer: Offer, locale: string): BlockOf<"thanks"> {
  return { kind: "thanks", ...textsFor(offer.content, locale) };
}

function savingOf(discount: Discount, currency: string): Saving | null {
  switch (discount.kind) {
    case "percentage": return { kind: "percentage", percent: discount.percent };
    case "fixed": return { kind: "fixed", amount: amountOf(discount.amountMinor, currency) };
    case "none":
    // It waives what the post-purchase page charges for sending the item along, which no checkout knows of.
    case "freeShipping": return null;
  }
}

function amountOf(minor: number, currency: string): Amount {
  return { minor, currency, exponent: currencyExponent(currency) };
}

/** What may be said of it to the shopper; a likeness by price or tag is no reason to give. */
function reasonOf({ kind }: CandidateEvidence): BlockProduct["reason"] {
  switch (kind) {
    case "boughtTogether": return "boughtTogether";
    case "bestseller": return "popular";
    case "dueAgain": return "dueAgain";
    case "staffChoice":
    case "pinned":
    case "sameCollection":
    case "sameTag":
    case "similarPrice":
    case "nextUp":
    case "downsell": return "chosen";
  }
}
