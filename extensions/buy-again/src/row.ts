import type { BoughtProduct } from "../../../app/domain/placements/contract";
import type { PresentedVariant } from "../../../app/domain/decisions/contract";
import { allowedQuantity } from "../../shared/products/option";

/** A product that was bought before, and what can be had of it now. */
export interface Row {
  readonly bought: BoughtProduct;
  /** The product itself, what takes its place while it is sold out, or null when there is nothing to be had. */
  readonly offered: { title: string; imageUrl: string | null; variants: readonly PresentedVariant[]; isAlternative: boolean } | null;
  readonly variant: PresentedVariant | null;
  readonly quantity: number;
  /** Null for a single purchase. */
  readonly sellingPlanId: number | null;
  readonly isChosen: boolean;
}

/** As many as were bought last, as far as they can be had; nothing chosen, and no subscription. */
export function openRow(bought: BoughtProduct): Row {
  const offered = offeredFor(bought);
  const variant = offered?.variants[0] ?? null;
  const quantity = variant && !offered?.isAlternative ? allowedQuantity(bought.lastQuantity, variant.maxQuantity) : 1;
  return { bought, offered, variant, quantity, sellingPlanId: null, isChosen: false };
}

export type RowEvent =
  | { type: "toggled" }
  | { type: "quantityChosen"; quantity: number }
  | { type: "variantChosen"; variantId: number }
  | { type: "planChosen"; sellingPlanId: number | null };

/** The row after a choice; the same one when it changes nothing or is not possible. */
export function nextRow(row: Row, event: RowEvent): Row {
  const { offered, variant } = row;
  if (!offered || !variant) return row;
  switch (event.type) {
    case "toggled":
      return row.sellingPlanId === null ? { ...row, isChosen: !row.isChosen } : row;
    case "quantityChosen": {
      const quantity = allowedQuantity(event.quantity, variant.maxQuantity);
      return quantity === row.quantity ? row : { ...row, quantity };
    }
    case "variantChosen": {
      const chosen = offered.variants.find(({ variantId }) => variantId === event.variantId);
      if (!chosen || chosen === variant) return row;
      return { ...row, variant: chosen, quantity: allowedQuantity(row.quantity, chosen.maxQuantity) };
    }
    case "planChosen": {
      const { sellingPlanId } = event;
      const isKnown = sellingPlanId === null || plansOf(row).some(({ id }) => id === sellingPlanId);
      // A subscription begins on the product's page: the checkout that is filled here cannot hold one.
      return !isKnown || sellingPlanId === row.sellingPlanId ? row : { ...row, sellingPlanId, isChosen: row.isChosen && sellingPlanId === null };
    }
  }
}

/** The subscriptions of the product itself; what takes its place is bought once. */
export function plansOf({ bought, offered }: Row): BoughtProduct["sellingPlans"] {
  return offered && !offered.isAlternative ? bought.sellingPlans : [];
}

function offeredFor({ variant, title, imageUrl, alternative }: BoughtProduct): Row["offered"] {
  if (variant && variant.maxQuantity > 0) return { title, imageUrl: variant.imageUrl ?? imageUrl, variants: [variant], isAlternative: false };
  const variants = alternative?.variants.filter(({ maxQuantity }) => maxQuantity > 0) ?? [];
  if (!alternative || variants.length === 0) return null;
  return { title: alternative.title, imageUrl: alternative.imageUrl, variants, isAlternative: true };
}
