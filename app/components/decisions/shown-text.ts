import type { Placement } from "../../domain/offers/placement";

export interface ShownFacts {
  /** The first, or the one of the post-purchase page. */
  productTitle: string | null;
  blockKind: "products" | "coupon" | "link" | "thanks" | null;
  blockProducts: readonly string[];
}

const kinds = { products: "Products", coupon: "A coupon", link: "A link to a collection", thanks: "A thank-you without an offer" };
const named = 2;

/** What a shopper was shown: the product, the first products of a block and how many more, or the kind of block. */
export function shownText({ productTitle, blockKind, blockProducts }: ShownFacts): string {
  if (blockKind === null) return productTitle ?? "An offer";
  if (blockProducts.length === 0) return kinds[blockKind];
  const more = blockProducts.length - named;
  return `${blockProducts.slice(0, named).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What stands in an order's place before it arrives, or where there is none. */
export function orderAhead(placement: Placement): string {
  switch (placement) {
    case "account":
      return "Visit to the account";
    case "product-page":
      return "Visit to a product";
    case "checkout":
      return "Not ordered yet";
    default:
      return "Order not arrived yet";
  }
}
