import { addFlowEvents, listToldCustomers } from "../../data/flow/outbox.server";
import { advanceReorderRun, listRebuyers, openReorderRun } from "../../data/flow/reorder-runs.server";
import type { Rebuyer, RebuyerPage } from "../../data/flow/reorder-runs.server";
import { readFlowSettings } from "../../data/flow/settings.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import type { FlowEvent } from "../../domain/flow/events";
import { reorderToTell } from "../../domain/flow/reorder-to-tell";
import { customerIdIn } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { courtesyOfTelling } from "./may-tell.server";
import { readPromptsWorth } from "./prompts-worth.server";

const customersPerPage = 200;
/** One customer is told of one product, and then left alone for a while. */
const quietDays = 7;

/**
 * Looks through a shop's customers for reorders that are due, once a day; ended at any point it goes on where it was.
 * Respects the courtesy budget and the hold-out, and stops where reminders have shown to be worth little. `day` as 2026-11-21.
 */
export async function findReorders(shop: ShopId, day: string, now: Date, signal?: AbortSignal): Promise<void> {
  const [settings, snapshot] = await Promise.all([readFlowSettings(shop), getSnapshot(shop, now)]);
  if (!settings.reorderDue || !snapshot) return;
  const run = await openReorderRun(shop, day, now);
  if (run.isFinished) return;
  const worth = await readPromptsWorth(shop, now);
  if (worth.isStopped) {
    log.info({ shop, ...worth }, "nobody is told that something is due: too few bought it");
    await advanceReorderRun(shop, day, { cursor: run.cursor, checked: 0, found: 0, finishedAt: now });
    return;
  }
  for (let { cursor } = run; ; ) {
    if (signal?.aborted) throw new Error("Stopped before all customers were looked at");
    const page = await listRebuyers(shop, cursor, customersPerPage);
    const events = await eventsOf(shop, page, snapshot, now);
    // Events first: a run that ends in between finds them again and adds none.
    const found = await addFlowEvents(shop, events, now);
    cursor = page.customers.at(-1)?.customerKey ?? cursor;
    const isLast = page.customers.length < customersPerPage;
    await advanceReorderRun(shop, day, { cursor, checked: page.customers.length, found, finishedAt: isLast ? now : null });
    if (isLast) return;
  }
}

async function eventsOf(shop: ShopId, { customers, figures }: RebuyerPage, snapshot: ShopSnapshot, now: Date): Promise<FlowEvent[]> {
  const told = await listToldCustomers(shop, "reorder-due", customers.map(({ customerKey }) => customerKey), daysAfter(now, -quietDays));
  const events: FlowEvent[] = [];
  for (const customer of customers) {
    const event = told.has(customer.customerKey) ? null : eventOf(shop, customer, figures, snapshot, now);
    if (event && (await courtesyOfTelling(shop, customer.customerKey, now)).may === "offer") events.push(event);
  }
  return events;
}

function eventOf(shop: ShopId, { customerKey, orders }: Rebuyer, figures: RebuyerPage["figures"], { products }: ShopSnapshot, now: Date): FlowEvent | null {
  const bought = new Set(orders.flatMap(({ productIds }) => productIds));
  const sellable = new Map([...bought].flatMap((id) => {
    const product = products.get(id);
    const variant = product?.status === "active" && product.isPublished ? product.variants.find(({ available }) => available === null || available > 0) : undefined;
    return product && variant ? [[id, { product, variant }] as const] : [];
  }));
  const due = reorderToTell(orders, figures, new Set(sellable.keys()), now);
  const found = due && sellable.get(due.productId);
  const customerId = customerIdIn(customerKey);
  if (!due || !found || customerId === null) return null;
  return {
    trigger: "reorder-due", customerId, productId: due.productId, productTitle: found.product.title, timesBought: due.timesBought,
    lastBoughtAt: due.lastBoughtAt, dueFrom: due.dueFrom, dueUntil: due.dueUntil, reorderUrl: `https://${shop}/cart/${found.variant.id}:1`,
  };
}
