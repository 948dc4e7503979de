import { claimFlowEvent, hasPendingEvents, markUnsure, settleFlowEvent } from "../../data/flow/outbox.server";
import { triggerHandle } from "../../domain/flow/events";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { sendFlowTrigger } from "../../shopify/flow/triggers.server";

/** A call takes a minute and a half at most; what is under way for longer has lost its process. */
const lostAfterMs = 10 * 60_000;

/**
 * Sends what waits in a shop's outbox, one event after another, each exactly once: it is taken before it is sent, and
 * what may have arrived without a reply is not sent again. Throws when Shopify would not hear, for the queue to try later.
 */
export async function sendFlowEvents(shop: ShopId, signal?: AbortSignal): Promise<void> {
  await markUnsure(shop, new Date(Date.now() - lostAfterMs));
  while (!signal?.aborted) {
    const event = await claimFlowEvent(shop, new Date());
    if (!event) return;
    const sending = await sendFlowTrigger(shop, triggerHandle(event.trigger), event.payload);
    const now = new Date();
    switch (sending.code) {
      case "sent":
        await settleFlowEvent(shop, event.eventKey, "sent", null, now);
        break;
      case "refused":
      case "unsure":
        log.warn({ shop, trigger: event.trigger, outcome: sending.code }, sending.message);
        await settleFlowEvent(shop, event.eventKey, sending.code, sending.message, now);
        break;
      case "nothing":
        await settleFlowEvent(shop, event.eventKey, "pending", sending.message, now);
        throw new Error(`Events for Flow wait: ${sending.message}`);
    }
  }
  if (await hasPendingEvents(shop)) throw new Error("Stopped before all events for Flow were sent");
}
