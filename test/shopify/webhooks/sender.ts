import { createHmac, randomUUID } from "node:crypto";
import { request } from "node:http";
import type { AppIdentity } from "../app/app-identity";
import type { Faults } from "../server/faults";
import type { WebhookSubscription } from "../store/installation-model";
import type { ShopEvent, Store } from "../store/store";
import { matchesFilter } from "./filter";
import { payloadOf } from "./payloads/payload-of";

/** One event for one subscription, with every attempt to deliver it. */
export interface Delivery {
  webhookId: string;
  eventId: string;
  topic: string;
  shop: string;
  uri: string;
  triggeredAt: string;
  body: string;
  /** The subscription's name, where it has one. */
  name: string | null;
  attempts: { at: string; status: number | null; error: string | null; milliseconds: number }[];
  state: "waiting" | "delivered" | "failed" | "lost";
}

export interface SenderOptions {
  store: Store;
  app: AppIdentity;
  faults: Faults;
  /** Milliseconds before each repetition; Shopify's eight are spread over four hours. */
  retryDelaysMs?: readonly number[] | undefined;
  timeoutMs?: number | undefined;
  random?: (() => number) | undefined;
}

/** Shopify's eight repetitions in four hours, compressed into a minute. */
export const RETRY_DELAYS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const COMPLIANCE = new Set(["customers/data_request", "customers/redact", "shop/redact"]);
const LOG_LIMIT = 10_000;
const CONCURRENCY = 16;

/** Turns what happens in shops into signed deliveries to the app. */
export class WebhookSender {
  readonly deliveries: Delivery[] = [];
  #options: SenderOptions & { retryDelaysMs: readonly number[]; timeoutMs: number; random: () => number };
  #pending = 0;
  #running = 0;
  #queue: (() => void)[] = [];
  #timers = new Set<NodeJS.Timeout>();
  #closed = false;
  #lastTriggered = 0;

  constructor(options: SenderOptions) {
    const { retryDelaysMs = RETRY_DELAYS_MS, timeoutMs = 5_000, random = Math.random } = options;
    this.#options = { ...options, retryDelaysMs, timeoutMs, random };
    options.store.onEvent((event) => this.#announce(event));
  }

  /** Resolves when nothing is on its way any more: delivered, given up or lost. */
  async settled(): Promise<void> {
    while (this.#pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Sends a delivery's body again as it was, under the same event id. */
  redeliver(webhookId: string): void {
    const found = this.deliveries.find((delivery) => delivery.webhookId === webhookId);
    if (!found) throw new Error(`No such delivery: ${webhookId}`);
    this.#schedule(this.#record({ ...found, webhookId: randomUUID(), attempts: [], state: "waiting" }), 0);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#queue = [];
    this.#pending = 0;
  }

  #announce(event: ShopEvent): void {
    const subscriptions = this.#subscriptionsFor(event);
    if (subscriptions.length === 0) return;
    const payload = payloadOf(event, this.#options.store.origin);
    if (payload === null) return;
    const eventId = randomUUID();
    // Events of one change get times in their order, as Shopify's have nanoseconds.
    const last = this.#lastTriggered;
    this.#lastTriggered = event.at > last || last - event.at > 1_000 ? event.at : last + 1;
    const triggeredAt = new Date(this.#lastTriggered).toISOString();
    for (const subscription of subscriptions) {
      if (!matchesFilter(subscription.filter, payload)) continue;
      const body = JSON.stringify(pick(payload, subscription.includeFields));
      const base = { eventId, topic: event.topic, shop: event.shop.domain, uri: subscription.uri, triggeredAt, body, name: subscription.name };
      this.#dispatch(base);
    }
  }

  #subscriptionsFor(event: ShopEvent): Pick<WebhookSubscription, "uri" | "filter" | "includeFields" | "name">[] {
    if (COMPLIANCE.has(event.topic)) {
      const wanted = this.#options.app.compliance.filter((entry) => entry.topic === event.topic);
      return wanted.map(({ uri }) => ({ uri, filter: null, includeFields: [], name: null }));
    }
    return event.subscriptions.filter((subscription) => subscription.topic === event.topic);
  }

  #dispatch(base: Omit<Delivery, "webhookId" | "attempts" | "state">): void {
    const { faults, random } = this.#options;
    const copies = random() < faults.webhooks.duplicateShare ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const lost = random() < faults.webhooks.lossShare;
      const delivery = this.#record({ ...base, webhookId: randomUUID(), attempts: [], state: lost ? "lost" : "waiting" });
      if (!lost) this.#schedule(delivery, faults.webhooks.delayMs + Math.floor(random() * faults.webhooks.shuffleMs));
    }
  }

  #record(delivery: Delivery): Delivery {
    this.deliveries.push(delivery);
    if (this.deliveries.length > LOG_LIMIT) this.deliveries.splice(0, LOG_LIMIT / 10);
    return delivery;
  }

  #schedule(delivery: Delivery, delayMs: number): void {
    if (this.#closed) return;
    this.#pending += 1;
    const start = () => {
      if (this.#running >= CONCURRENCY) this.#queue.push(start);
      else void this.#attempt(delivery);
    };
    if (delayMs <= 0) {
      start();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      start();
    }, delayMs);
    this.#timers.add(timer);
  }

  async #attempt(delivery: Delivery): Promise<void> {
    this.#running += 1;
    const started = performance.now();
    const outcome = await post(delivery, this.#headers(delivery), this.#options.timeoutMs);
    this.#running -= 1;
    delivery.attempts.push({ at: new Date().toISOString(), ...outcome, milliseconds: Math.round(performance.now() - started) });
    const delivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    const delay = this.#options.retryDelaysMs[delivery.attempts.length - 1];
    if (delivered) delivery.state = "delivered";
    else if (delay === undefined) delivery.state = "failed";
    else this.#schedule(delivery, delay);
    this.#pending = Math.max(0, this.#pending - 1);
    this.#queue.shift()?.();
  }

  #headers(delivery: Delivery): Record<string, string> {
    const { app, faults } = this.#options;
    const secret = faults.webhooks.wrongHmac ? `not-${app.apiSecret}` : (app.apiSecretOld ?? app.apiSecret);
    return {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": delivery.topic,
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(delivery.body).digest("base64"),
      "x-shopify-shop-domain": delivery.shop,
      "x-shopify-api-version": app.apiVersion,
      "x-shopify-webhook-id": delivery.webhookId,
      "x-shopify-event-id": delivery.eventId,
      "x-shopify-triggered-at": delivery.triggeredAt,
      ...(delivery.name === null ? {} : { "x-shopify-name": delivery.name }),
    };
  }
}

function pick(payload: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  if (fields.length === 0) return payload;
  return Object.fromEntries(Object.entries(payload).filter(([key]) => fields.includes(key)));
}

function post(delivery: Delivery, headers: Record<string, string>, timeoutMs: number): Promise<{ status: number | null; error: string | null }> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(delivery.body));
    const outgoing = request(delivery.uri, { method: "POST", headers: { ...headers, "content-length": length } }, (reply) => {
      reply.resume();
      reply.on("end", () => resolve({ status: reply.statusCode ?? null, error: null }));
      reply.on("error", (error) => resolve({ status: null, error: error.message }));
    });
    outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error("No answer in time")));
    outgoing.on("error", (error) => resolve({ status: null, error: error.message }));
    outgoing.end(delivery.body);
  });
}
