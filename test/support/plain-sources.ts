import type { PastOrder } from "../../app/domain/backtest/past-order";
import { distinctProducts } from "../../app/domain/backtest/past-order";
import type { CatalogueProduct } from "../../app/domain/catalogue/product";
import { DAY_MS } from "../../app/domain/courtesy/days";
import type { Placement } from "../../app/domain/offers/placement";
import { affinitiesOf } from "../../app/domain/recommendations/affinities";
import { asEarlier, productOf, visitFollowing } from "../../app/domain/recommendations/after-order";
import { CoPurchaseCounts } from "../../app/domain/recommendations/co-purchase-counts";
import { type CustomerPast, pastWeights } from "../../app/domain/recommendations/customer-past";
import { evidenceThreshold } from "../../app/domain/recommendations/evidence";
import { MovesUp } from "../../app/domain/recommendations/moves-up";
import { overlapsOf } from "../../app/domain/recommendations/overlaps";
import type { OrderScoring } from "../../app/domain/recommendations/score-order";
import { regressionOf } from "../../app/domain/recommendations/regression";
import { medianOfCounts } from "../../app/domain/reorders/median";
import { HALF_LIFE_DAYS, TREND_DAYS, type Trends, trendsOf } from "../../app/domain/reorders/product-trend";
import { gapsBetween } from "../../app/domain/reorders/purchase-gaps";
import { typicalDaysIfKnown } from "../../app/domain/reorders/shop-intervals";
import { rankCompanions } from "../../app/domain/strategies/companions";
import { numberedListsOf } from "../../app/domain/strategies/numbered-lists";
import { isRebought, reordersDue, type RebuyFigures } from "../../app/domain/strategies/reorders-due";
import { afterOrder, type Sources } from "../../app/domain/strategies/sources";
import { leftOutWith, type StaffChoices, withPins } from "../../app/domain/strategies/staff-choices";

const dayNumber = (at: Date) => Math.floor(at.getTime() / DAY_MS);
const utcDay = (at: Date) => new Date(dayNumber(at) * DAY_MS);

/** The page that asks, and all orders before it. */
export interface PlainQuestion {
  order: PastOrder;
  placement: Placement;
  room: number;
  past: readonly PastOrder[];
  products: ReadonlyMap<number, CatalogueProduct>;
  choices: StaffChoices;
}

/** The orders that count at a moment: no tests, none without products, none that was cancelled by then. */
function standing(past: readonly PastOrder[], at: Date): PastOrder[] {
  return past.filter(({ test, lines, cancelledAt }) => !test && lines.length > 0 && (cancelledAt === null || cancelledAt > at));
}

function byCustomer(orders: readonly PastOrder[]): PastOrder[][] {
  const groups = new Map<string, PastOrder[]>();
  for (const order of orders) {
    const key = order.customerKey ?? `guest of ${String(order.id)}`;
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()];
}

/** What an order would have been told, worked out from the orders before it alone: nothing is kept from one page to the next. */
export function plainSources({ order, placement, room, past, products, choices }: PlainQuestion): Sources {
  const orders = standing(past, order.processedAt);
  const ids = [...new Set(orders.flatMap(distinctProducts))].sort((one, other) => one - other);
  const numberOf = (id: number) => ids.indexOf(id);
  const idOf = (number: number) => ids[number] ?? 0;
  const purchaseOf = (one: PastOrder) => ({ orderId: one.id, boughtAt: one.processedAt, products: distinctProducts(one).map(numberOf) });
  const [counts, following] = [new CoPurchaseCounts(), new CoPurchaseCounts()];
  for (const own of byCustomer(orders)) {
    for (const [place, one] of own.entries()) counts.add(purchaseOf(one), own.slice(0, place).map(purchaseOf));
    visitFollowing(own.map(purchaseOf), 1, following);
  }
  const trends = trendsAt(past, order);
  const rank = (productIds: readonly number[], of: CoPurchaseCounts, listsOf: (number: number) => ReturnType<typeof numberedListsOf>, known: Pick<OrderScoring, "regression" | "past">) =>
    withPins(productIds, rankCompanions(productIds.filter((id) => ids.includes(id)).map(numberOf), {
      listsOf, threshold: evidenceThreshold(of), choices, idOf, trend: (number) => trends.get(idOf(number)) ?? 1,
      ...known,
    }), choices);
  const weights = (customer: CustomerPast) => pastWeights(
    { ...customer, lastProducts: customer.lastProducts.map(numberOf), owned: new Set([...customer.owned].map(numberOf)) },
    (number) => affinitiesOf(numberedListsOf(counts, number)),
  );
  const laterLists = (number: number) => {
    const lists = numberedListsOf(following, asEarlier(number));
    return { ...lists, products: lists.products.map(productOf) };
  };
  const figures = rebuyFigures(orders);
  const own = order.customerKey === null ? [] : orders.filter(({ customerKey }) => customerKey === order.customerKey);
  const sources: Sources = {
    companions: (productIds, customer = null) => rank(productIds, counts, (number) => numberedListsOf(counts, number), {
      regression: (number) => regressionOf(counts, number), past: customer && weights(customer),
    }),
    laterCompanions: (productIds) => rank(productIds, following, laterLists, {}).map((companion) => ({ ...companion, isInNextOrder: true })),
    leftOut: (productIds) => leftOutWith(productIds, choices),
    overlaps: (productIds) => (room === 1 ? [] : productIds.filter((id) => ids.includes(id)).map((id) => {
      const { products: shown, shares } = overlapsOf(counts, numberOf(id));
      return { products: shown.map(idOf), shares };
    })),
    bestsellers: (days) => ids.map((productId) => ({
      productId,
      orders: orders.filter((one) => one.processedAt < utcDay(order.processedAt) && dayNumber(one.processedAt) > dayNumber(order.processedAt) - days && distinctProducts(one).includes(productId)).length,
    })).filter((one) => one.orders > 0).sort((one, other) => other.orders - one.orders || one.productId - other.productId),
    reorders: () => (own.length < 2 ? [] : reordersDue(own.map((one) => ({ boughtAt: one.processedAt, productIds: distinctProducts(one) })), figures)),
    movesUp: (productId) => movesUp(orders, products).get(productId) ?? [],
    isRebought: (productId) => {
      const known = figures.get(productId);
      return known ? isRebought(known) : null;
    },
  };
  return placement === "thank-you" || placement === "order-status" ? afterOrder(sources) : sources;
}

/** As of the first order of the day. */
function trendsAt(past: readonly PastOrder[], { processedAt }: PastOrder): Trends {
  const today = dayNumber(processedAt);
  const before = past.filter((one) => dayNumber(one.processedAt) < today);
  const orders = standing(before, (past.find((one) => dayNumber(one.processedAt) === today) ?? { processedAt }).processedAt);
  const ids = [...new Set(orders.flatMap(distinctProducts))];
  return trendsOf(ids.map((productId) => {
    const having = orders.filter((one) => distinctProducts(one).includes(productId));
    const recent = having.map((one) => dayNumber(one.processedAt)).filter((day) => day > today - TREND_DAYS).reduce((sum, day) => sum + 2 ** ((day - today) / HALF_LIFE_DAYS), 0);
    return { productId, orders: having.length, recent };
  }), orders.length);
}

function rebuyFigures(orders: readonly PastOrder[]): Map<number, RebuyFigures> {
  const found = new Map<number, { customers: number; repeats: number; repeatCustomers: number; gaps: number[] }>();
  for (const own of byCustomer(orders)) {
    for (const id of new Set(own.flatMap(distinctProducts))) {
      const days = own.filter((one) => distinctProducts(one).includes(id)).map((one) => dayNumber(one.processedAt));
      const held = found.get(id) ?? { customers: 0, repeats: 0, repeatCustomers: 0, gaps: [] };
      held.customers += 1;
      held.repeats += days.length - 1;
      held.repeatCustomers += days.length > 1 ? 1 : 0;
      held.gaps.push(...gapsBetween(days));
      found.set(id, held);
    }
  }
  const medianOf = (gaps: readonly number[]) => medianOfCounts(gaps.map((gap) => [gap, 1] as const));
  const shopDays = medianOf([...found.values()].flatMap(({ gaps }) => gaps));
  return new Map([...found].map(([id, { gaps, ...counted }]) => [id, { ...counted, typicalDays: typicalDaysIfKnown({ gaps: gaps.length, medianDays: medianOf(gaps) }, shopDays) }]));
}

function movesUp(orders: readonly PastOrder[], products: ReadonlyMap<number, CatalogueProduct>) {
  const sold = new Map([...products.keys()].flatMap((id) => {
    const days = orders.filter((one) => distinctProducts(one).includes(id)).map((one) => dayNumber(one.processedAt));
    return days.length === 0 ? [] : [[id, { from: new Date(Math.min(...days) * DAY_MS), until: new Date((Math.max(...days) + 1) * DAY_MS) }] as const];
  }));
  const moves = new MovesUp([...products.values()], sold);
  for (const own of byCustomer(orders.filter(({ customerKey }) => customerKey !== null))) moves.addCustomer(own.map((one) => ({ boughtAt: one.processedAt, productIds: distinctProducts(one) })));
  return moves.found();
}
