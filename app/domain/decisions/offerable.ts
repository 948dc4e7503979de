import type { CatalogueProduct, CatalogueVariant } from "../catalogue/product";
import { fixedOff, percentOff } from "../money/discount";
import type { Discount, OfferContent } from "../offers/offer";
import type { StockReason } from "./decision";

/** A product that can be offered now, with those of its variants that can. */
export interface Offerable {
  product: CatalogueProduct;
  variants: CatalogueVariant[];
}

export interface StockRefusal {
  productId: number;
  code: StockReason;
}

/** Which variants of an offered product can be offered now, or why none can. */
export function findOfferable(
  offered: { productId: number; variantIds: readonly number[] },
  content: Pick<OfferContent, "discount">,
  products: ReadonlyMap<number, CatalogueProduct>,
  orderedProductIds: ReadonlySet<number>,
): Offerable | StockRefusal {
  const product = products.get(offered.productId);
  const refuse = (code: StockReason): StockRefusal => ({ productId: offered.productId, code });
  if (!product) return refuse("missing");
  if (orderedProductIds.has(product.id)) return refuse("inOrder");
  if (product.status !== "active") return refuse("notActive");
  if (!product.isPublished) return refuse("unpublished");
  if (product.isGiftCard) return refuse("giftCard");
  const chosen = offered.variantIds.length === 0 ? product.variants : product.variants.filter(({ id }) => offered.variantIds.includes(id));
  if (chosen.length === 0) return refuse("missing");
  const priced = chosen.filter((variant) => hasPrice(variant, content.discount));
  if (priced.length === 0) return refuse("free");
  const variants = priced.filter((variant) => variant.available === null || variant.available > 0);
  return variants.length === 0 ? refuse("soldOut") : { product, variants };
}

/** A fixed amount is meant for dearer items and must not give one away by accident; 100 % says so openly. */
function hasPrice(variant: CatalogueVariant, discount: Discount): boolean {
  return variant.priceMinor > (discount.kind === "fixed" ? discount.amountMinor : 0);
}

/** The price of one unit under an offer's discount; never negative. */
export function discountedPrice(priceMinor: number, discount: Discount): number {
  switch (discount.kind) {
    case "percentage": return priceMinor - percentOff(priceMinor, discount.percent);
    case "fixed": return priceMinor - fixedOff(priceMinor, discount.amountMinor);
    case "none":
    case "freeShipping": return priceMinor;
  }
}

/**
 * The most units of a variant that one acceptance may add. With a fixed discount that is one: Shopify does not document
 * whether such an amount comes off each unit or off the line once, and for a single unit both are the same price.
 */
export function maxQuantity(variant: CatalogueVariant, content: OfferContent): number {
  const limit = content.discount.kind === "fixed" ? 1 : content.quantityLimit;
  return variant.available === null ? limit : Math.max(0, Math.min(limit, variant.available));
}
