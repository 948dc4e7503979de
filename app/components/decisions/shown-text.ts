import type { TFunction } from "i18next";
import type { Placement } from "../../domain/offers/placement";

export interface ShownFacts {
  /** The first, or the one of the post-purchase page. */
  productTitle: string | null;
  blockKind: "products" | "coupon" | "link" | "thanks" | null;
  blockProducts: readonly string[];
}

const named = 2;

/** What a shopper was shown: the product, the first products of a block and how many more, or the kind of block. */
export function shownText(t: TFunction, { productTitle, blockKind, blockProducts }: ShownFacts): string {
  if (blockKind === null) return productTitle ?? t("activity:shown.offer");
  if (blockProducts.length === 0) return t(`activity:shown.${blockKind}`);
  const more = blockProducts.length - named;
  const names = blockProducts.slice(0, named).join(", ");
  return more > 0 ? t("activity:shown.more", { names, count: more }) : names;
}

/** The order's name, or what stands for it. */
export function orderText(t: TFunction, { orderName, isDeleted, placement }: { orderName: string | null; isDeleted: boolean; placement: Placement }): string {
  if (isDeleted) return t("activity:table.deletedOrder", { order: orderName ?? "" });
  return orderName ?? orderAhead(t, placement);
}

/** What stands in an order's place before it arrives, or where there is none. */
export function orderAhead(t: TFunction, placement: Placement): string {
  switch (placement) {
    case "account":
      return t("activity:ahead.account");
    case "product-page":
      return t("activity:ahead.product");
    case "checkout":
      return t("activity:ahead.checkout");
    default:
      return t("activity:ahead.order");
  }
}
