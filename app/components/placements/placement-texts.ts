import type { Placement } from "../../domain/offers/placement";

export interface PlacementText {
  name: string;
  /** Where it is and what it is good for. */
  about: string;
  /** Where the merchant puts it in place; null where nothing has to be done. */
  place: { label: string; url: string } | null;
}

/** Every placement in words for staff, in the order in which a shopper meets them. */
export const placementTexts: Record<Placement, PlacementText> = {
  "product-page": {
    name: "Product page", about: "“Customers who bought this also bought”, below the product.",
    place: { label: "Add the block in your theme", url: "shopify://admin/themes/current/editor?template=product" },
  },
  checkout: {
    name: "Checkout", about: "What goes with the cart, added with one click before paying.",
    place: { label: "Place it in the checkout editor", url: "shopify://admin/settings/checkout/editor?page=checkout" },
  },
  "post-purchase": {
    name: "Post-purchase page", about: "Right after paying by card: one click adds it to the order.",
    place: { label: "Choose Encore in checkout settings", url: "shopify://admin/settings/checkout" },
  },
  "thank-you": {
    name: "Thank-you page", about: "After every order, also those paid with a wallet.",
    place: { label: "Place it in the checkout editor", url: "shopify://admin/settings/checkout/editor?page=thank-you" },
  },
  "order-status": {
    name: "Order status page", about: "When customers come back to see where their order is; with a reorder button.",
    place: { label: "Place it in the checkout editor", url: "shopify://admin/settings/checkout/editor?page=order-status" },
  },
  account: {
    name: "Customer account", about: "“Time for more?” beside past orders, a “Buy again” page, and the switch “Don’t show me offers”.",
    place: { label: "Place it in the accounts editor", url: "shopify://admin/settings/checkout/editor?page=order-list" },
  },
  "e-mail": {
    name: "Order e-mail", about: "A line in the order confirmation, with a link made for that order.",
    place: { label: "Copy the snippet", url: "/app/placements/snippets" },
  },
  receipt: {
    name: "Receipt and packing slip", about: "A line and a code on paper.",
    place: { label: "Set the line and copy the snippet", url: "/app/placements/snippets" },
  },
};

/** In which shoppers meet them. */
export const placementOrder: readonly Placement[] = [
  "product-page", "checkout", "post-purchase", "thank-you", "order-status", "account", "e-mail", "receipt",
];
