import type { Block, BlockProduct, BlockReply, ChoiceReply } from "../../../app/domain/placements/contract";

const variant = (variantId: number, title: string, priceMinor: number, maxQuantity = 3) => ({
  variantId, title, imageUrl: null, priceMinor, discountedMinor: Math.round(priceMinor * 0.8), maxQuantity,
});

export const mug: BlockProduct = {
  productId: 9, title: "Spotted mug", imageUrl: "https://cdn.shopify.com/mug.png", url: "https://shop.example/products/mug",
  variants: [variant(1, "Red", 1_000), variant(2, "Blue", 1_200, 1)], reason: "boughtTogether",
};
export const tray: BlockProduct = {
  productId: 10, title: "Tea tray", imageUrl: null, url: null, variants: [variant(5, "", 2_500)], reason: "popular",
};

export const products: Block = {
  kind: "products", offerId: "offer-1", offerVersion: 3, title: "Goes well with it", body: "Because of the teapot.",
  currency: "GBP", currencyExponent: 2, products: [mug, tray], saving: { kind: "percentage", percent: 20 },
};
export const coupon: Block = {
  kind: "coupon", title: "A thank-you", body: "For next time.", saving: { kind: "fixed", amount: { minor: 500, currency: "GBP", exponent: 2 } },
  minSubtotal: { minor: 3_000, currency: "GBP", exponent: 2 }, validDays: 30,
};
export const link: Block = { kind: "link", title: "More for tea", body: "", url: "https://shop.example/collections/tea", productCount: 12 };
export const thanks: Block = { kind: "thanks", title: "Thank you", body: "It means a lot to a small shop." };

export const shows = (block: Block): BlockReply => ({ show: true, decisionId: "decision-1", block });

export const items = (reply: Partial<Extract<ChoiceReply, { kind: "items" }>> = {}): ChoiceReply => ({
  kind: "items",
  lines: [{ variantId: 1, quantity: 1, attributes: [{ key: "_encore_offer", value: "signed" }] }],
  discountCode: null,
  checkoutUrl: "https://shop.example/cart/1:1",
  ...reply,
});

const teapot = {
  id: "gid://shopify/CartLine/1", quantity: 2,
  merchandise: { id: "gid://shopify/ProductVariant/71", product: { id: "gid://shopify/Product/7" } },
  cost: { totalAmount: { amount: 39.98, currencyCode: "GBP" } },
};

/** A purchase in hand: a cart or an order. */
export const purchaseSignals = {
  checkoutToken: "checkout-token",
  lines: [teapot],
  "cost.totalAmount": { amount: 43.48, currencyCode: "GBP" },
  appMetafields: [] as unknown[],
  discountCodes: [] as unknown[],
  "localization.market": { id: "gid://shopify/Market/1", handle: "gb" },
};

/** What the shop set for a placement, as the metafield that comes along carries it. */
export const shopSettings = (settings: object) => [
  { target: { type: "shop", id: "gid://shopify/Shop/1" }, metafield: { namespace: "$app:encore", key: "placements", value: JSON.stringify(settings) } },
];
