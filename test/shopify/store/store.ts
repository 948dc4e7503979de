import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "./clock";
import type { DeployedFunctions } from "./discounts/automatic";
import type { WebhookSubscription } from "./installation-model";
import type { Shop } from "./model";

/** Something that happened in a shop and that Shopify tells subscribers about. */
export interface ShopEvent {
  shop: Shop;
  /** As in X-Shopify-Topic. */
  topic: string;
  /** The numeric id of the order, product… that the payload describes. */
  resourceId: number;
  /** What the payload needs besides the resource: the edit of an order, the refund, the deleted product. */
  detail?: Record<string, unknown>;
  /** Who was subscribed when it happened: an uninstall takes the subscriptions away before it is told. */
  subscriptions: readonly WebhookSubscription[];
  at: number;
}

export interface CommandContext {
  store: Store;
  at: number;
  emit(shop: Shop, topic: string, resourceId: number, detail?: Record<string, unknown>): void;
  /** Chance that is the same again when the journal is replayed: hex of the given length, 64 at most. */
  token(length: number): string;
}

type Apply<Args, Result> = (context: CommandContext, args: Args) => Result;

/** A change of the store that can be written to the journal: arguments are plain JSON, and it throws before it changes anything. */
export interface Command<Args, Result> {
  (store: Store, args: Args): Result;
  commandName: string;
  replay(store: Store, entry: JournalEntry): void;
}

export interface JournalEntry {
  command: string;
  at: number;
  chance: number;
  args: unknown;
}

/** Names a change, so that it is journalled when called and can be found again when the journal is replayed. */
export function defineCommand<Args, Result>(commandName: string, apply: Apply<Args, Result>): Command<Args, Result> {
  const run = (store: Store, args: Args) => store.run(commandName, apply, args);
  // The journal holds what `run` wrote under this very name, so the arguments have the command's own type.
  const replay = (store: Store, entry: JournalEntry) => store.replay(entry, apply, entry.args as Args);
  return Object.assign(run, { commandName, replay });
}

export interface StoreOptions {
  clock: Clock;
  /** Origin of the Shopify port, for image addresses; may be set later, once the port is known. */
  origin?: string;
  seed?: string;
}

/** All shops of one local Shopify, in memory; every change goes through a command. */
export class Store {
  readonly clock: Clock;
  readonly seed: string;
  readonly shops = new Map<string, Shop>();
  /** What runs the app's Functions; without it they give nothing. */
  functions: DeployedFunctions | null = null;
  origin: string;
  #chance = 0;
  #listeners: ((event: ShopEvent) => void)[] = [];
  #journal: ((entry: JournalEntry) => void) | null = null;

  constructor(options: StoreOptions) {
    this.clock = options.clock;
    this.origin = options.origin ?? "http://localhost:4100";
    this.seed = options.seed ?? randomBytes(16).toString("hex");
  }

  /** The shop of a domain or handle; throws when there is none. */
  getShop(domainOrHandle: string): Shop {
    const shop = this.findShop(domainOrHandle);
    if (!shop) throw new Error(`No such shop: ${domainOrHandle}`);
    return shop;
  }

  findShop(domainOrHandle: string): Shop | null {
    const domain = domainOrHandle.includes(".") ? domainOrHandle : `${domainOrHandle}.myshopify.com`;
    return this.shops.get(domain) ?? null;
  }

  onEvent(listener: (event: ShopEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** Tells subscribers of something that changes nothing in the shop, such as a finished bulk operation. */
  announce(shop: Shop, topic: string, resourceId: number, detail: Record<string, unknown>): void {
    for (const listener of this.#listeners) listener({ shop, topic, resourceId, detail, subscriptions: shop.subscriptions, at: this.clock.now() });
  }

  /** Where every further change is written; set after the replay. */
  journalTo(write: (entry: JournalEntry) => void): void {
    this.#journal = write;
  }

  run<Args, Result>(command: string, apply: Apply<Args, Result>, args: Args): Result {
    const events: ShopEvent[] = [];
    const entry: JournalEntry = { command, at: this.clock.now(), chance: this.#chance, args };
    const result = apply(this.#context(entry.at, (event) => events.push(event)), args);
    this.#journal?.(entry);
    for (const event of events) for (const listener of this.#listeners) listener(event);
    return result;
  }

  /** Applies a journalled change silently: what it announced was announced when it happened. */
  replay<Args, Result>(entry: JournalEntry, apply: Apply<Args, Result>, args: Args): void {
    this.#chance = entry.chance;
    apply(this.#context(entry.at, () => undefined), args);
  }

  #context(at: number, announce: (event: ShopEvent) => void): CommandContext {
    return {
      store: this,
      at,
      emit: (shop, topic, resourceId, detail) => announce({ shop, topic, resourceId, detail, subscriptions: [...shop.subscriptions], at }),
      token: (length) => {
        this.#chance += 1;
        return createHash("sha256").update(`${this.seed}:${this.#chance}`).digest("hex").slice(0, length);
      },
    };
  }
}
