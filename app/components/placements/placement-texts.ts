import type { Placement } from "../../domain/offers/placement";

export interface PlacementText {
  name: string;
  /** Where the merchant puts it in place; null where nothing has to be done. */
  place: { url: string } | null;
}

/** Every placement with where it is put in place. The names are for pages that are not worded in several languages yet. */
export const placementTexts: Record<Placement, PlacementText> = {
  "product-page": { name: "Product page", place: { url: "shopify://admin/themes/current/editor?template=product" } },
  checkout: { name: "Checkout", place: { url: "shopify://admin/settings/checkout/editor?page=checkout" } },
  "post-purchase": { name: "Post-purchase page", place: { url: "shopify://admin/settings/checkout" } },
  "thank-you": { name: "Thank-you page", place: { url: "shopify://admin/settings/checkout/editor?page=thank-you" } },
  "order-status": { name: "Order status page", place: { url: "shopify://admin/settings/checkout/editor?page=order-status" } },
  account: { name: "Customer account", place: { url: "shopify://admin/settings/checkout/editor?page=order-list" } },
  "e-mail": { name: "Order e-mail", place: { url: "/app/placements/snippets" } },
  receipt: { name: "Receipt and packing slip", place: { url: "/app/placements/snippets" } },
};

/** In which shoppers meet them. */
export const placementOrder: readonly Placement[] = [
  "product-page", "checkout", "post-purchase", "thank-you", "order-status", "account", "e-mail", "receipt",
];
