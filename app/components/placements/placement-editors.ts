import type { Placement } from "../../domain/offers/placement";

/** Where the merchant puts each placement in place. */
export const placementEditors: Record<Placement, string> = {
  "product-page": "shopify://admin/themes/current/editor?template=product",
  checkout: "shopify://admin/settings/checkout/editor?page=checkout",
  "post-purchase": "shopify://admin/settings/checkout",
  "thank-you": "shopify://admin/settings/checkout/editor?page=thank-you",
  "order-status": "shopify://admin/settings/checkout/editor?page=order-status",
  account: "shopify://admin/settings/checkout/editor?page=order-list",
  "e-mail": "/app/placements/snippets",
  receipt: "/app/placements/snippets",
};

/** In which shoppers meet them. */
export const placementOrder: readonly Placement[] = [
  "product-page", "checkout", "post-purchase", "thank-you", "order-status", "account", "e-mail", "receipt",
];
