import type { CatalogueProduct, CatalogueVariant } from "../catalogue/product";
import type { LeafKind } from "../rules/condition";
import { unknowableKinds } from "../rules/knowable";
import type { OfferContent } from "./offer";
import type { Placement } from "./placement";

/** What staff should know of an offer before it goes live; none of it keeps them from saving. */
export type OfferWarning =
  | { code: "discountTakesAll"; productId: number; variantId: number }
  | { code: "missing" | "notActive" | "unpublished" | "giftCard" | "free" | "soldOut"; productId: number }
  /** No variant that staff chose exists any more. */
  | { code: "variantsMissing"; productId: number }
  /** A fixed discount is offered for one unit only, whatever the limit. */
  | { code: "oneUnitOnly" }
  | { code: "unknowableCondition"; placement: Placement; kind: LeafKind };

/** Compares an offer with the shop's catalogue and the placements' limits. */
export function validateForShop(content: OfferContent, products: ReadonlyMap<number, CatalogueProduct>): OfferWarning[] {
  const oneUnitOnly: OfferWarning[] = content.discount.kind === "fixed" && content.quantityLimit > 1 ? [{ code: "oneUnitOnly" }] : [];
  return [
    ...content.products.flatMap(({ productId, variantIds }) => productWarnings(productId, variantIds, content, products.get(productId))),
    ...oneUnitOnly,
    ...content.placements.flatMap((placement) => unknowableKinds(content.rule, placement).map((kind) => ({ code: "unknowableCondition" as const, placement, kind }))),
  ];
}

function productWarnings(productId: number, variantIds: readonly number[], content: OfferContent, product: CatalogueProduct | undefined): OfferWarning[] {
  if (!product) return [{ code: "missing", productId }];
  const variants = product.variants.filter((variant) => variantIds.length === 0 || variantIds.includes(variant.id));
  if (variants.length === 0) return [{ code: "variantsMissing", productId }];
  const warnings: OfferWarning[] = [];
  if (product.status !== "active") warnings.push({ code: "notActive", productId });
  else if (!product.isPublished) warnings.push({ code: "unpublished", productId });
  if (product.isGiftCard) warnings.push({ code: "giftCard", productId });
  if (variants.every((variant) => variant.priceMinor === 0)) warnings.push({ code: "free", productId });
  if (variants.every(isSoldOut)) warnings.push({ code: "soldOut", productId });
  const { discount } = content;
  if (discount.kind === "fixed") {
    for (const variant of variants) {
      if (variant.priceMinor > 0 && variant.priceMinor <= discount.amountMinor) warnings.push({ code: "discountTakesAll", productId, variantId: variant.id });
    }
  }
  return warnings;
}

function isSoldOut(variant: CatalogueVariant): boolean {
  return variant.available !== null && variant.available <= 0;
}
