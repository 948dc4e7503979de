import { toDecimalNumber } from "../money/money";
import { scheduleState } from "../offers/schedule";
import type { Change, ChangesetRefusal, PresentedOffer, PresentedVariant } from "./contract";
import type { ShopSnapshot } from "./decision";

/** What a shopper chose of what was presented. */
export interface Selection {
  variantId: number;
  quantity: number;
}

/** Exactly what is to be signed; a line of shipping only when it costs something. Throws a RangeError for a selection that was not presented. */
export function buildChanges(presented: PresentedOffer, variantId: number, quantity: number, shippingTitle = "Shipping"): Change[] {
  const variant = findPresented(presented, variantId);
  if (!variant || !isPresentedQuantity(variant, quantity)) throw new RangeError("This was not presented");
  const added: Change = { type: "add_variant", variantId, quantity };
  const changes: Change[] = [presented.discount ? { ...added, discount: { ...presented.discount } } : added];
  if (presented.shippingMinor > 0) {
    const price = toDecimalNumber(presented.shippingMinor, presented.currency);
    changes.push({ type: "add_shipping_line", price, title: shippingTitle, presentmentTitle: shippingTitle });
  }
  return changes;
}

/** The line's total before tax and shipping, as shown: the shown unit price times the quantity; at least what Shopify charges. */
export function lineAmount(presented: PresentedOffer, variantId: number, quantity: number): number {
  const variant = findPresented(presented, variantId);
  if (!variant || !isPresentedQuantity(variant, quantity)) throw new RangeError("This was not presented");
  return variant.discountedMinor * quantity;
}

export interface SelectionCheck {
  presented: Pick<PresentedOffer, "offerId" | "productId" | "currency" | "variants">;
  selection: Selection;
  /** The shop as it is now. */
  snapshot: ShopSnapshot;
  /** When the decision ceases to be good. */
  expiresAt: Date;
  now: Date;
}

/**
 * Why a selection may not be signed now, or null. The shop as it is now is held against what was presented: nothing
 * dearer is ever signed, and a price that fell or a discount that shrank since does not take back what was shown.
 */
export function checkSelection({ presented, selection, snapshot, expiresAt, now }: SelectionCheck): ChangesetRefusal | null {
  const variant = findPresented(presented, selection.variantId);
  if (!variant) return "notOffered";
  if (!isPresentedQuantity(variant, selection.quantity)) return "quantity";
  if (now.getTime() >= expiresAt.getTime() || !isStillOffered(presented, snapshot, now)) return "expired";
  if (snapshot.currency !== presented.currency) return "changed";
  const product = snapshot.products.get(presented.productId);
  const current = product?.variants.find(({ id }) => id === variant.variantId);
  if (!product || !current || product.status !== "active" || !product.isPublished) return "soldOut";
  if (current.available !== null && current.available < selection.quantity) return "soldOut";
  return isDearer(presented, variant.variantId, current.priceMinor) ? "changed" : null;
}

/** Whether a variant costs more than it was presented at. */
export function isDearer(presented: Pick<PresentedOffer, "variants">, variantId: number, priceMinor: number): boolean {
  const variant = findPresented(presented, variantId);
  return variant !== undefined && priceMinor > variant.priceMinor;
}

function isStillOffered(presented: Pick<PresentedOffer, "offerId">, snapshot: ShopSnapshot, now: Date): boolean {
  const offer = snapshot.offers.find(({ id }) => id === presented.offerId);
  return offer?.status === "active" && scheduleState(offer.content.schedule, snapshot.timeZone, now) === "live";
}

function findPresented(presented: Pick<PresentedOffer, "variants">, variantId: number): PresentedVariant | undefined {
  return presented.variants.find((variant) => variant.variantId === variantId);
}

function isPresentedQuantity(variant: PresentedVariant, quantity: number): boolean {
  return Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= variant.maxQuantity;
}
