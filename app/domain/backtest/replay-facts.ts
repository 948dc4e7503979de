import { momentFacts } from "../offers/schedule";
import type { Placement } from "../offers/placement";
import type { CatalogueFacts, LineFacts, OrderFacts } from "../orders/order-facts";
import type { CustomerFacts, EncounterFacts, MomentFacts, StockFacts } from "../orders/fact-groups";
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
export function replayFacts(background: Background, ledger: CustomerLedger, shown: ShownOffers): (order: PastOrder, placement: Placement) => OrderFacts {
  return (order, placement) => new PastFacts(order, placement, background, ledger, shown);
}

const WEB = { channel: "web" };

/** A class and no literal: getters of literals are made anew for each, which costs more than most decisions. */
class PastFacts implements OrderFacts {
  readonly referenceId: string;
  readonly currency: string;
  readonly countryCode: string | null;
  readonly locale = "";
  readonly totalMinor: number;
  readonly lines: LineFacts[];
  readonly customerKey: string | null;
  readonly priorOrders: number | null;
  readonly discountCodes: readonly string[] | null;
  readonly checkout = WEB;
  readonly stock: StockFacts;

  constructor(private readonly order: PastOrder, placement: Placement, private readonly background: Background, private readonly ledger: CustomerLedger, private readonly shown: ShownOffers) {
    this.referenceId = referenceOf(order);
    this.currency = order.currency;
    this.countryCode = order.countryCode;
    this.totalMinor = order.totalMinor;
    this.lines = order.lines.map(({ productId, variantId, quantity, totalMinor }) => ({ productId, variantId, quantity, totalMinor, catalogue: background.catalogue.get(productId) ?? null }));
    this.customerKey = order.customerKey;
    this.priorOrders = ledger.priorOrders(order);
    this.discountCodes = placement === "post-purchase" ? null : order.discountCodes;
    this.stock = background.stock;
  }

  // Few rules ask for these, and each costs more than the rest of the decision.
  get customer(): CustomerFacts | null {
    const before = this.ledger.before(this.order);
    if (before === null) return null;
    return { daysSinceLastOrder: before.daysSinceLastOrder, daysSinceBought: before.daysSinceBought(), spent: { minor: before.spentMinor, currency: this.order.currency } };
  }

  get moment(): MomentFacts {
    return momentFacts(this.order.processedAt, this.background.timeZone);
  }

  get encounters(): EncounterFacts | null {
    return this.shown.facts(this.order);
  }
}
