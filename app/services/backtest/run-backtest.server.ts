import os from "node:os";
import { advanceRun, beginRun, failRun, finishRun } from "../../data/backtest/backtest-runs.server";
import { readCatalogueFacts } from "../../data/backtest/catalogue-facts.server";
import { readCustomerRecords } from "../../data/backtest/customer-records.server";
import { countPastOrders, streamPastOrders } from "../../data/backtest/past-orders.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { findOffer } from "../../data/offers/offers.server";
import { listChoices } from "../../data/recommendations/companion-choices.server";
import type { ReplaySetup } from "../../domain/backtest/replay";
import type { OfferContent } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { type Replaying, replayHere, replayInThread } from "./replaying.server";
import { Turns } from "./turns";

/** The built `app/replay-thread`; null where replays run in the thread that asks for them. */
let threadFile: URL | null = null;
/** Each replay keeps a core busy and holds what it knows of its shop's past; one core is left to read orders. */
const turns = new Turns(Math.max(1, os.availableParallelism() - 1));

/** Has replays of this process run in threads of their own, made of this file. */
export function replayInThreads(file: URL): void {
  threadFile = file;
}

/**
 * Replays a run from the first order to the newest and keeps the result. Ended at any point it starts over: a replay
 * takes seconds, and half of one is of no use. Cancelled, it stops within a batch.
 */
export async function runBacktest(shop: ShopId, runId: string, now: Date, signal: AbortSignal, isLastTry: boolean): Promise<void> {
  const giveBack = await turns.take(signal);
  let replaying: Replaying | null = null;
  try {
    const orders = await countPastOrders(shop, now);
    const run = await beginRun(shop, runId, orders);
    if (!run) return;
    const setup = await readSetup(shop, run.offerId, run.content, now);
    if (!setup) {
      await failRun(shop, runId, "The app is not installed any more.");
      return;
    }
    const under = (replaying = threadFile ? replayInThread(threadFile, setup, orders) : replayHere(setup));
    let stopped = false;
    await streamPastOrders(shop, now, async (batch) => {
      stopped = !(await advanceRun(shop, runId, await under.add(batch)));
      signal.throwIfAborted();
      return !stopped;
    });
    if (!stopped) await finishRun(shop, runId, await under.finish());
  } catch (thrown) {
    if (isLastTry) await failRun(shop, runId, "Something went wrong. Try it again.");
    else log.warn({ err: thrown, shop, runId }, "a back-test starts over");
    throw thrown;
  } finally {
    await replaying?.end();
    giveBack();
  }
}

async function readSetup(shop: ShopId, offerId: string | null, content: OfferContent, now: Date): Promise<ReplaySetup | null> {
  const [snapshot, offer, facts, records] = await Promise.all([
    getSnapshot(shop, now),
    offerId === null ? null : findOffer(shop, offerId),
    readCatalogueFacts(shop),
    readCustomerRecords(shop),
  ]);
  if (!snapshot) return null;
  const choices = await listChoices(shop, [...facts.catalogue.keys()]);
  return { ...facts, timeZone: snapshot.timeZone, offer, content, now, snapshot, records, choices };
}
