import { checkSelection } from "../decisions/changeset";
import type { PresentedVariant } from "../decisions/contract";
import type { ShopSnapshot } from "../decisions/decision";
import type { ChoiceRefusal, ChoiceRequest, ProductsBlock } from "./contract";

/** As many products as a block has room for. */
const MAX_ITEMS = 6;

export interface ChoiceCheck {
  block: ProductsBlock;
  items: ChoiceRequest["items"];
  /** The shop as it is now. */
  snapshot: ShopSnapshot;
  /** When the decision ceases to be good. */
  expiresAt: Date;
  now: Date;
}

/** The variants that were chosen, as they were shown, or why one of them cannot be had on those terms now. */
export function checkChoice({ block, items, snapshot, expiresAt, now }: ChoiceCheck): { chosen: PresentedVariant[] } | { refused: ChoiceRefusal } {
  if (items.length === 0) return { refused: "notOffered" };
  if (items.length > MAX_ITEMS) return { refused: "tooMany" };
  if (new Set(items.map(({ variantId }) => variantId)).size < items.length) return { refused: "quantity" };
  const chosen: PresentedVariant[] = [];
  for (const selection of items) {
    const product = block.products.find(({ variants }) => variants.some(({ variantId }) => variantId === selection.variantId));
    const variant = product?.variants.find(({ variantId }) => variantId === selection.variantId);
    if (!product || !variant) return { refused: "notOffered" };
    const presented = { offerId: block.offerId, productId: product.productId, currency: block.currency, variants: product.variants };
    const refused = checkSelection({ presented, selection, snapshot, expiresAt, now });
    // What else refuses an edit of a paid order does not come of a look at the selection.
    if (refused) return { refused: isChoiceRefusal(refused) ? refused : "notOffered" };
    chosen.push(variant);
  }
  return { chosen };
}

const REFUSALS: ReadonlySet<string> = new Set<ChoiceRefusal>(["unknownDecision", "notOffered", "declined", "expired", "quantity", "soldOut", "changed", "tooMany"]);

function isChoiceRefusal(code: string): code is ChoiceRefusal {
  return REFUSALS.has(code);
}
