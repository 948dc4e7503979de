import { isEventFault, storeEvents } from "../../data/inbox/inbox.server";
import type { ReceivedEvent } from "../../data/inbox/inbox.server";
import { minimise, shopOf } from "../../domain/inbox/minimise";
import { isTopic } from "../../domain/inbox/topics";
import { log } from "../../log.server";
import type { WebhookHeaders } from "../../shopify/inbox/webhook-headers.server";
import { guestKeysOf } from "../orders/guest-key.server";
import { createBatcher } from "./event-batches.server";

export type Reception = "stored" | "unknownTopic" | "otherShop" | "notJson" | "unavailable";

const batcher = createBatcher<ReceivedEvent>(storeEvents, { size: 100, delayMs: 5, isItemFault: isEventFault });

/** Shopify waits for five seconds; it comes again when it is told that this took too long. */
const deadlineMs = 4_000;

/** Takes a webhook whose signature is verified: `stored` means that it is committed, without anything personal. */
export async function receiveWebhook(headers: WebhookHeaders, body: Buffer, now: Date): Promise<Reception> {
  const { shop, topic } = headers;
  if (!isTopic(topic)) return "unknownTopic";
  const payload = parseObject(body);
  if (!payload) return "notJson";
  const ownShop = shopOf(topic, payload);
  if (ownShop !== null && ownShop !== shop) return "otherShop";
  try {
    const adding = batcher.add({ ...headers, receivedAt: now, payload: minimise(topic, payload, guestKeysOf(shop)) });
    return await inTime(adding, deadlineMs);
  } catch (thrown) {
    log.error({ err: thrown, shop, topic }, "a webhook could not be stored");
    return "unavailable";
  }
}

async function inTime(adding: Promise<void>, ms: number): Promise<"stored" | "unavailable"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"unavailable">((resolve) => { timer = setTimeout(resolve, ms, "unavailable"); });
  try {
    return await Promise.race([adding.then((): "stored" => "stored"), late]);
  } finally {
    clearTimeout(timer);
  }
}

function withoutNul(_: string, inner: unknown): unknown {
  return typeof inner === "string" ? inner.replaceAll("\0", "") : inner;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

function parseObject(body: Buffer): Record<string, unknown> | null {
  try {
    const text = strictUtf8.decode(body);
    // PostgreSQL cannot hold U+0000; nothing that is kept means anything by it.
    const value: unknown = text.includes("\\u0000") ? JSON.parse(text, withoutNul) : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
