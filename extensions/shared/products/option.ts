import type { BlockProduct } from "../../../app/domain/placements/contract";
import type { PresentedVariant } from "../../../app/domain/decisions/contract";

/** A product with the variant and quantity that the shopper has in view. Nothing is chosen by it. */
export interface Option {
  readonly product: BlockProduct;
  readonly variant: PresentedVariant;
  readonly quantity: number;
}

/** One unit of each product's first variant; products without one are left out. */
export function openOptions(products: readonly BlockProduct[]): readonly Option[] {
  return products.flatMap((product) => {
    const [variant] = product.variants;
    return variant ? [{ product, variant, quantity: 1 }] : [];
  });
}

export type OptionEvent =
  | { type: "variantChosen"; productId: number; variantId: number }
  | { type: "quantityChosen"; productId: number; quantity: number };

/** The options after a choice; the same array when it changes nothing. A quantity out of bounds becomes the nearest allowed. */
export function nextOptions(options: readonly Option[], event: OptionEvent): readonly Option[] {
  let isChanged = false;
  const next = options.map((option) => {
    if (option.product.productId !== event.productId) return option;
    const changed = event.type === "variantChosen" ? withVariant(option, event.variantId) : withQuantity(option, event.quantity);
    isChanged ||= changed !== option;
    return changed;
  });
  return isChanged ? next : options;
}

/** A whole number from 1 to `most`. */
export function allowedQuantity(quantity: number, most: number): number {
  return Math.max(1, Math.min(Math.round(quantity) || 1, most));
}

function withVariant(option: Option, variantId: number): Option {
  const variant = option.product.variants.find((one) => one.variantId === variantId);
  if (!variant || variant === option.variant) return option;
  return { ...option, variant, quantity: allowedQuantity(option.quantity, variant.maxQuantity) };
}

function withQuantity(option: Option, wanted: number): Option {
  const quantity = allowedQuantity(wanted, option.variant.maxQuantity);
  return quantity === option.quantity ? option : { ...option, quantity };
}
