import { momentFacts } from "../offers/schedule";
import type { Placement } from "../offers/placement";
import type { CatalogueFacts, OrderFacts } from "../orders/order-facts";
import type { StockFacts } from "../orders/fact-groups";
import type { CustomerLedger } from "./customer-ledger";
import type { PastOrder } from "./past-order";
import { referenceOf, type ShownOffers } from "./shown-offers";

export interface Background {
  timeZone: string;
  /** Of every product of the shop, as it is today. */
  catalogue: ReadonlyMap<number, CatalogueFacts>;
  /** Today's. */
  stock: StockFacts;
}

/**
 * Builds what a page would have known of an order, and no more: on the post-purchase page discount codes, payment and
 * tags stay unknown although the mirror has some of them by now. The language is not mirrored and stands empty.
 */
export function replayFacts({ timeZone, catalogue, stock }: Background, ledger: CustomerLedger, shown: ShownOffers): (order: PastOrder, placement: Placement) => OrderFacts {
  return (order, placement) => {
    const known = ledger.before(order);
    return {
      referenceId: referenceOf(order),
      currency: order.currency,
      countryCode: order.countryCode,
      locale: "",
      totalMinor: order.totalMinor,
      lines: order.lines.map((line) => ({
        productId: line.productId, variantId: line.variantId, quantity: line.quantity, totalMinor: line.totalMinor,
        catalogue: catalogue.get(line.productId) ?? null,
      })),
      customerKey: order.customerKey,
      priorOrders: known?.priorOrders ?? null,
      discountCodes: placement === "post-purchase" ? null : order.discountCodes,
      checkout: { channel: "web" },
      stock,
      // Few rules ask for these, and each costs more than the rest of the decision.
      get customer() {
        const before = ledger.before(order);
        if (before === null) return null;
        return { daysSinceLastOrder: before.daysSinceLastOrder, daysSinceBought: before.daysSinceBought(), spent: { minor: before.spentMinor, currency: order.currency } };
      },
      get moment() {
        return momentFacts(order.processedAt, timeZone);
      },
      get encounters() {
        return shown.facts(order);
      },
    };
  };
}
