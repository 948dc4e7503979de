import type { OrderFacts } from "../orders/order-facts";

/** Whether two readings of a purchase agree in what a shopper can change before paying; what the mirror learns of it meanwhile does not count. */
export function isSamePurchase(one: OrderFacts, other: OrderFacts): boolean {
  return shape(one) === shape(other);
}

function shape({ currency, countryCode, totalMinor, customerKey, lines }: OrderFacts): string {
  const counted = lines.map(({ variantId, quantity, totalMinor: lineMinor }) => [variantId, quantity, lineMinor].join(":")).sort();
  return JSON.stringify([currency, countryCode, totalMinor, customerKey, counted]);
}
