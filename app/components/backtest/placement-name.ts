const names: Record<string, string> = {
  "post-purchase": "post-purchase page",
  checkout: "checkout",
  "thank-you": "thank-you page",
  "order-status": "order status page",
  account: "customer account",
  "product-page": "product page",
  "e-mail": "e-mail",
  receipt: "receipt",
};

/** A placement in the middle of a sentence; results may name ones that this version no longer has. */
export function placementName(placement: string): string {
  return Object.hasOwn(names, placement) ? names[placement] ?? placement : placement;
}
