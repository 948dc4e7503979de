import { OrderPacker, type PackedOrders } from "../../app/domain/backtest/packed-orders";
import type { PastOrder } from "../../app/domain/backtest/past-order";
import { Replay, type ReplaySetup } from "../../app/domain/backtest/replay";
import type { BacktestResult } from "../../app/domain/backtest/result";
import type { Offer } from "../../app/domain/offers/offer";
import { buildContent, buildSnapshot } from "./domain-builders";

let orders = 0;

/** An order that could see every page, of one product 100. */
export function buildPastOrder(over: Partial<PastOrder> = {}): PastOrder {
  orders += 1;
  return {
    id: orders, name: `#${orders}`, checkoutToken: `token-${orders}`, customerKey: "c:1", countryCode: "GB", sourceName: "web", gateways: ["shopify_payments"],
    discountCodes: [], currency: "GBP", totalMinor: 2_000, test: false, processedAt: new Date("2026-06-01T10:00:00Z"), cancelledAt: null, gift: null,
    lines: [buildPastLine(100)], ...over,
  };
}

export function buildPastLine(productId: number, totalMinor = 2_000): PastOrder["lines"][number] {
  return { productId, variantId: productId * 10, quantity: 1, totalMinor, unitMinor: totalMinor };
}

export function buildReplaySetup(over: Partial<ReplaySetup> & { offers?: Offer[] } = {}): ReplaySetup {
  const { offers = [], ...rest } = over;
  return { snapshot: buildSnapshot({ offers }), offer: null, content: buildContent(), now: new Date("2026-11-21T12:00:00Z"), timeZone: "Europe/London", catalogue: new Map(), stock: {}, ...rest };
}

/** The result of a whole replay. */
export function replay(setup: ReplaySetup, past: readonly PastOrder[]): BacktestResult {
  const run = new Replay(setup);
  for (const order of past) run.add(order);
  return run.result();
}

/** Ten o'clock (UTC) of a day counted from 31 May 2026. */
export const dayOf = (number: number) => new Date(Date.UTC(2026, 5, number, 10));

/** Packs orders that are at hand. */
export function packOrders(orders: Iterable<PastOrder>): PackedOrders {
  const packer = new OrderPacker();
  for (const { lines, processedAt, cancelledAt, ...head } of orders) {
    packer.add({ ...head, processedMs: processedAt.getTime(), cancelledMs: cancelledAt?.getTime() ?? null }, lines.flatMap(({ productId, variantId, quantity, totalMinor, unitMinor }) => [productId, variantId, quantity, totalMinor, unitMinor]));
  }
  return packer.packed();
}
