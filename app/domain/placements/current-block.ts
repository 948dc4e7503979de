import type { ShopSnapshot } from "../decisions/decision";
import type { PresentedVariant } from "../decisions/contract";
import { scheduleState } from "../offers/schedule";
import type { Block, BlockProduct } from "./contract";

export interface CurrentParts {
  /** The shop as it is now. */
  snapshot: ShopSnapshot;
  offerId: string;
  /** Products of the cart or order. */
  orderedProductIds: ReadonlySet<number>;
  /** 1 to 6 */
  room: number;
  now: Date;
}

/**
 * What still holds of a block that was decided earlier: nothing that is sold out, dearer or in the cart by now, no more
 * than there is room for; null when nothing is left, or the offer is no longer made.
 */
export function currentBlock(block: Block, { snapshot, offerId, orderedProductIds, room, now }: CurrentParts): Block | null {
  const offer = snapshot.offers.find(({ id }) => id === offerId);
  if (offer?.status !== "active" || scheduleState(offer.content.schedule, snapshot.timeZone, now) !== "live") return null;
  if (block.kind !== "products") return block;
  const products = block.products
    .filter(({ productId }) => !orderedProductIds.has(productId))
    .flatMap((product) => currentProduct(product, snapshot))
    .slice(0, room);
  return products.length > 0 ? { ...block, products } : null;
}

function currentProduct(shown: BlockProduct, { products }: ShopSnapshot): BlockProduct[] {
  const product = products.get(shown.productId);
  if (!product || product.status !== "active" || !product.isPublished) return [];
  const variants = shown.variants.flatMap((variant): PresentedVariant[] => {
    const current = product.variants.find(({ id }) => id === variant.variantId);
    if (!current || current.priceMinor > variant.priceMinor || (current.available !== null && current.available <= 0)) return [];
    return [{ ...variant, maxQuantity: Math.min(variant.maxQuantity, current.available ?? variant.maxQuantity) }];
  });
  return variants.length > 0 ? [{ ...shown, variants }] : [];
}
