/** Where an offer can appear. Later placements join this list. Apart from its schema, so that pages can list it without zod. */
export const placements = ["post-purchase", "checkout", "thank-you", "order-status", "account", "product-page", "e-mail", "receipt"] as const;
