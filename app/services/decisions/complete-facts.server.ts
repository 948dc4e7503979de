import type { CustomerHistoryRow } from "../../data/decisions/customer-history.server";
import { customerHistoryReading } from "../../data/decisions/customer-history.server";
import type { PurchaseBackground } from "../../data/decisions/purchase.server";
import type { Reading } from "../../data/read-together.server";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import type { Placement } from "../../domain/offers/placement";
import { momentFacts } from "../../domain/offers/schedule";
import type { OrderFacts } from "../../domain/orders/order-facts";
import type { Asked } from "../../domain/rules/asked";
import { askedBy, asksHistory } from "../../domain/rules/asked";
import { stockFacts } from "../../domain/rules/stock-facts";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";

/** The post-purchase page exists in the online store alone. */
const channel = "web";

interface Known {
  snapshot: ShopSnapshot;
  background: PurchaseBackground;
  history: CustomerHistoryRow | null;
  now: Date;
}

/** The customer's past beyond the number of orders; null unless a rule of the shop asks for it. */
export function historyToRead({ customerKey, referenceId }: Purchase["facts"], snapshot: ShopSnapshot, now: Date): Reading<CustomerHistoryRow> | null {
  const asked = askedOf(snapshot, "post-purchase");
  return customerKey !== null && asksHistory(asked) ? customerHistoryReading({ customerKey, referenceId, boughtProductIds: asked.boughtProductIds, now }) : null;
}

/** What the placement told of a purchase, together with what the mirror knows of it. */
export function completeFacts(told: Purchase["facts"], { snapshot, background, history, now }: Known): OrderFacts {
  const { catalogue, priorOrders } = background;
  const asked = askedOf(snapshot, "post-purchase");
  const lines = told.lines.map((line) => ({ ...line, catalogue: catalogue.get(line.productId) ?? null }));
  return {
    ...told, lines, priorOrders, discountCodes: null,
    checkout: { channel },
    customer: history && {
      spent: { minor: history.spentMinor, currency: snapshot.currency },
      daysSinceLastOrder: history.daysSinceLastOrder,
      daysSinceBought: history.daysSinceBought,
      tags: history.tags,
    },
    moment: momentFacts(now, snapshot.timeZone),
    stock: stockFacts(asked.stockProductIds, snapshot.products),
    encounters: history?.encounters ?? null,
  };
}

const askedOfSnapshot = new WeakMap<ShopSnapshot, Map<Placement, Asked>>();

/** What the rules of a placement's offers ask. */
export function askedOf(snapshot: ShopSnapshot, placement: Placement): Asked {
  const held = askedOfSnapshot.get(snapshot) ?? new Map<Placement, Asked>();
  askedOfSnapshot.set(snapshot, held);
  const known = held.get(placement);
  if (known) return known;
  const asked = askedBy(snapshot.offers.filter(({ content }) => content.placements.includes(placement)).map(({ content }) => content.rule));
  held.set(placement, asked);
  return asked;
}
