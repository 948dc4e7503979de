import { toDecimalNumber } from "../money/money";

/** What Shopify Flow is told. Customers are those with an account at Shopify: Flow knows no others. */
export type FlowEvent =
  | {
    trigger: "reorder-due";
    customerId: number;
    productId: number;
    productTitle: string;
    timesBought: number;
    lastBoughtAt: Date;
    dueFrom: Date;
    dueUntil: Date;
    reorderUrl: string;
  }
  | {
    trigger: "offer-accepted";
    customerId: number;
    orderId: number;
    /** The acceptance, or the claim, that the order confirmed. */
    acceptedId: string;
    offerName: string;
    placement: string;
    amountMinor: number;
    currency: string;
  }
  | { trigger: "valued-customer"; customerId: number; orders: number; spentMinor: number; currency: string };
export type FlowTrigger = FlowEvent["trigger"];

export const flowTriggers = ["reorder-due", "offer-accepted", "valued-customer"] as const satisfies readonly FlowTrigger[];

/** As in the extensions' shopify.extension.toml. */
export function triggerHandle(trigger: FlowTrigger): string {
  return `encore-${trigger}`;
}

/** Names what happened: the same happening has the same key, however often it is found. */
export function eventKey(event: FlowEvent): string {
  switch (event.trigger) {
    case "reorder-due": return `reorder-due ${event.customerId} ${event.productId} ${dayOf(event.lastBoughtAt)}`;
    case "offer-accepted": return `offer-accepted ${event.acceptedId}`;
    case "valued-customer": return `valued-customer ${event.customerId}`;
  }
}

/**
 * The payload by the keys of the extension's fields: `customer_id`, `product_id` and `order_id` are Flow's own names of
 * references (shopify.dev, "Flow trigger reference"). A payload may weigh 50,000 bytes; these have some hundred.
 */
export function eventPayload(event: FlowEvent): Record<string, string | number> {
  switch (event.trigger) {
    case "reorder-due": return {
      customer_id: event.customerId, product_id: event.productId, "Product title": event.productTitle, "Times bought": event.timesBought,
      "Due from": dayOf(event.dueFrom), "Due until": dayOf(event.dueUntil), "Reorder link": event.reorderUrl,
    };
    case "offer-accepted": return {
      customer_id: event.customerId, order_id: event.orderId, "Offer name": event.offerName, Placement: event.placement,
      Amount: toDecimalNumber(event.amountMinor, event.currency), Currency: event.currency,
    };
    case "valued-customer": return {
      customer_id: event.customerId, Orders: event.orders, Spent: toDecimalNumber(event.spentMinor, event.currency), Currency: event.currency,
    };
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
