import { momentFacts } from "../offers/schedule";
import type { OrderFacts } from "../orders/order-facts";
import type { ShopSnapshot } from "../decisions/decision";
import type { NothingToPreview, PreviewedPlacement } from "./contract";

/** An order of the shop's own, as far as a preview takes part in it. */
export interface PastPurchase {
  customerKey: string | null;
  currency: string;
  countryCode: string | null;
  totalMinor: number;
  priorOrders: number | null;
  lines: readonly { productId: number | null; variantId: number | null; quantity: number; totalMinor: number }[];
}

/** What a placement would know of the order; without one, an empty order in the shop's currency. */
export function sampleFacts(order: PastPurchase | null, placement: PreviewedPlacement, locale: string, snapshot: Pick<ShopSnapshot, "products" | "currency" | "timeZone">, now: Date): OrderFacts {
  const isWithoutOrder = placement === "account";
  const lines = isWithoutOrder ? [] : (order?.lines ?? []);
  return {
    referenceId: "preview",
    locale,
    currency: isWithoutOrder ? snapshot.currency : (order?.currency ?? snapshot.currency),
    countryCode: order?.countryCode ?? null,
    totalMinor: isWithoutOrder ? 0 : (order?.totalMinor ?? 0),
    customerKey: order?.customerKey ?? null,
    priorOrders: order?.priorOrders ?? null,
    discountCodes: null,
    moment: momentFacts(now, snapshot.timeZone),
    lines: lines.flatMap(({ productId, variantId, quantity, totalMinor }) => {
      if (productId === null) return [];
      const product = snapshot.products.get(productId);
      return [{ productId, variantId: variantId ?? 0, quantity, totalMinor, catalogue: product ? { collectionIds: product.collectionIds, tags: product.tags, vendor: product.vendor, productType: product.productType } : null }];
    }),
    ...(isWithoutOrder || order === null ? { isWithoutOrder: true } : {}),
  };
}

/** Whether there may be something to draw for another order. */
export function mayFitAnotherOrder(why: NothingToPreview): boolean {
  switch (why.code) {
    case "nothingFound":
    case "noFirstOffer":
    case "otherCurrency":
      return true;
    case "refused":
      return why.products.some(({ reason }) => reason === "inOrder");
    case "unfinished":
    case "noProducts":
    case "emptyCatalogue":
    case "notForPlacement":
    case "thanked":
      return false;
  }
}
