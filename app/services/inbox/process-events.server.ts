import { listPendingEvents, markDone, markFailed } from "../../data/inbox/inbox.server";
import type { PendingEvent } from "../../data/inbox/inbox.server";
import type { EventKey } from "../../data/jobs/jobs.server";
import { isTopic } from "../../domain/inbox/topics";
import { RecordError } from "../../domain/sync/shopify-fields";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { findInstalledShop } from "../shops/shop-settings.server";
import { handlingOf } from "./handlers.server";
import type { Handling } from "./handlers.server";

/** The topic and id of an event, as one string. */
export const eventName = ({ topic, eventId }: Pick<EventKey, "topic" | "eventId">) => `${topic} ${eventId}`;

/**
 * Applies a shop's waiting events and returns the errors of those to be tried again, by `eventName`. With `isLast` the
 * failed ones become dead letters instead; what cannot be understood becomes one at once.
 */
export async function processEvents(shop: ShopId, keys: readonly EventKey[], isLast: boolean): Promise<Map<string, unknown>> {
  const events = await listPendingEvents(shop, keys);
  const failures = new Map<string, unknown>();
  for (const [handling, group] of byHandling(events)) {
    const failed = await applyGroup(shop, handling, group);
    const done = group.filter((event) => !failed.has(event));
    await markDone(shop, done, new Date());
    for (const [event, error] of failed) {
      const isDead = isLast || error instanceof RecordError;
      log.warn({ shop, topic: event.topic, eventId: event.eventId, err: error, isDead }, "an event could not be applied");
      await markFailed(shop, event, isDead ? "dead" : "pending", messageOf(error), new Date());
      if (!isDead) failures.set(eventName(event), error);
    }
  }
  return failures;
}

async function applyGroup(shop: ShopId, handling: Handling, group: readonly PendingEvent[]): Promise<Map<PendingEvent, unknown>> {
  try {
    await apply(shop, handling, group);
    return new Map();
  } catch (thrown) {
    const [only] = group;
    if (only && group.length === 1) return new Map([[only, thrown]]);
    const failed = new Map<PendingEvent, unknown>();
    for (const event of group) for (const [one, error] of await applyGroup(shop, handling, [event])) failed.set(one, error);
    return failed;
  }
}

async function apply(shop: ShopId, handling: Handling, group: readonly PendingEvent[]): Promise<void> {
  const now = new Date();
  if (handling.of === "shop") return handling.handle(shop, group, now);
  const installation = await findInstalledShop(shop);
  if (installation) await handling.handle(installation, group, now);
}

/** Topics that share a handler are applied together. */
function byHandling(events: readonly PendingEvent[]): Map<Handling, PendingEvent[]> {
  const groups = new Map<Handling, PendingEvent[]>();
  for (const event of events) {
    if (!isTopic(event.topic)) continue;
    const handling = handlingOf[event.topic];
    const group = groups.get(handling);
    if (group) group.push(event);
    else groups.set(handling, [event]);
  }
  return groups;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
