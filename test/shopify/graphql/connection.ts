import { GraphQLError } from "graphql";
import type { Args } from "./context";

/** Shopify's largest page. */
export const MAX_PAGE = 250;

type SortKey = number | string;

/** A Relay connection over items that are in memory; pages are cut on demand, so a bulk operation can take them all. */
export class Connection<Item> {
  constructor(
    readonly items: readonly Item[],
    readonly args: Args,
    readonly keyOf: (item: Item) => SortKey,
  ) {}

  #page: { nodes: readonly Item[]; from: number; to: number } | null = null;

  get nodes(): readonly Item[] {
    return this.#cut().nodes;
  }

  get edges(): { node: Item; cursor: string }[] {
    return this.nodes.map((node) => ({ node, cursor: encodeCursor(this.keyOf(node)) }));
  }

  get pageInfo(): Record<string, unknown> {
    const { nodes, from, to } = this.#cut();
    const [first, last] = [nodes[0], nodes.at(-1)];
    return {
      hasPreviousPage: from > 0,
      hasNextPage: to < this.items.length,
      startCursor: first === undefined ? null : encodeCursor(this.keyOf(first)),
      endCursor: last === undefined ? null : encodeCursor(this.keyOf(last)),
    };
  }

  #cut() {
    this.#page ??= this.#cutPage();
    return this.#page;
  }

  #cutPage() {
    const { first, last, after, before } = this.args;
    checkSize(first);
    checkSize(last);
    if (typeof first !== "number" && typeof last !== "number") throw new GraphQLError("you must provide one of first or last");
    let from = typeof after === "string" ? this.#indexOf(after) + 1 : 0;
    let to = typeof before === "string" ? this.#indexOf(before) : this.items.length;
    if (typeof first === "number") to = Math.min(to, from + first);
    else if (typeof last === "number") from = Math.max(from, to - last);
    return { nodes: this.items.slice(from, to), from, to };
  }

  /** Where the cursor's item is; a deleted one is no harm while the items after it are numbered above it. */
  #indexOf(cursor: string): number {
    const key = decodeCursor(cursor);
    const exact = this.items.findIndex((item) => this.keyOf(item) === key);
    if (exact >= 0) return exact;
    const next = this.items.findIndex((item) => this.keyOf(item) > key);
    if (next < 0) return this.items.length - 1;
    return next - 1;
  }
}

function checkSize(value: unknown): void {
  if (typeof value === "number" && (value < 0 || value > MAX_PAGE)) {
    throw new GraphQLError(`The page size must be between 0 and ${MAX_PAGE}`, { extensions: { code: "BAD_REQUEST" } });
  }
}

function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify({ last_id: key })).toString("base64");
}

function decodeCursor(cursor: string): SortKey {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    if (typeof parsed === "object" && parsed !== null && "last_id" in parsed) {
      if (typeof parsed.last_id === "number" || typeof parsed.last_id === "string") return parsed.last_id;
    }
  } catch {
    // Falls through to the error that Shopify gives as well.
  }
  throw new GraphQLError("Invalid cursor for current pagination sort");
}
