import { failUnappliedAcceptances } from "../../data/ledger/order-acceptances.server";

/** Shopify applies a changeset within minutes or never. */
const patienceMs = 60 * 60_000;

/**
 * Marks acceptances as failed that were signed over an hour ago and are not on their order, which the mirror holds,
 * whatever the page said of them; how many there were. One that turns up after all is confirmed all the same. For the
 * worker, every few minutes.
 */
export async function sweepAcceptances(now: Date): Promise<number> {
  return failUnappliedAcceptances(new Date(now.getTime() - patienceMs), now);
}
