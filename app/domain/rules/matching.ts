import { z } from "zod";
import type { LineFacts, OrderFacts } from "../orders/order-facts";
import { MAX_ENTRIES, MAX_TEXT } from "./limits";
import type { Truth } from "./verdict";
import { allOf, anyOf, not, truthOf } from "./verdict";

/** How a list of wanted things relates to what the order holds; `only`: it holds something, and nothing else. */
export const Match = z.enum(["any", "all", "none", "only"]);
export type Match = z.infer<typeof Match>;
/** For things of which an order has one, or whose rest does not matter. */
export const MatchOne = z.enum(["any", "none"]);

export const Ids = listOf(z.int().positive());
export const Text = z.string().trim().min(1, "May not be empty").max(MAX_TEXT, `At most ${MAX_TEXT} characters`);
export const Texts = listOf(Text);
/** A list that may be left empty, for "any at all". */
export const TextsOrNone = z.array(Text).max(MAX_ENTRIES, `At most ${MAX_ENTRIES}`);

export function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).min(1, "Choose at least one").max(MAX_ENTRIES, `At most ${MAX_ENTRIES}`);
}

/** Shopify compares tags, vendors, types and codes without regard to case and outer spaces. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** Joins what is known of each wanted thing: any, all or none of them is there. */
export function matchEach(match: "any" | "all" | "none", truths: readonly Truth[]): Truth {
  if (match === "all") return allOf(truths);
  return match === "any" ? anyOf(truths) : not(anyOf(truths));
}

/** Matches wanted things against what every order tells. */
export function matchKnown<T>(match: Match, wanted: readonly T[], there: ReadonlySet<T>): Truth {
  if (match === "only") return truthOf(there.size > 0 && [...there].every((thing) => wanted.includes(thing)));
  return matchEach(match, wanted.map((thing) => truthOf(there.has(thing))));
}

/** Matches texts whatever their case; unknown while it is not known what is there. */
export function matchTexts(match: Match, wanted: readonly string[], there: readonly string[] | null | undefined): Truth {
  if (there === null || there === undefined) return "unknown";
  return matchKnown(match, wanted.map(fold), new Set(there.map(fold)));
}

/** Matches wanted things against the order's lines, each of which has a thing, has it not, or is not known to. */
export function matchLines<T>(match: Match, wanted: readonly T[], { lines }: OrderFacts, has: (line: LineFacts, thing: T) => Truth): Truth {
  if (match === "only") return lines.length === 0 ? "notMet" : allOf(lines.map((line) => anyOf(wanted.map((thing) => has(line, thing)))));
  return matchEach(match, wanted.map((thing) => anyOf(lines.map((line) => has(line, thing)))));
}

/**
 * Matches wanted things against the mirrored catalogue of the order's lines. A line whose product the mirror does not
 * know may or may not have the thing: unless another line has it, that is unknown.
 */
export function matchCatalogue<T>(match: Match, wanted: readonly T[], facts: OrderFacts, has: (line: KnownLine, thing: T) => boolean): Truth {
  return matchLines(match, wanted, facts, (line, thing) => (isKnown(line) ? truthOf(has(line, thing)) : "unknown"));
}

export type KnownLine = LineFacts & { catalogue: NonNullable<LineFacts["catalogue"]> };

export function isKnown(line: LineFacts): line is KnownLine {
  return line.catalogue !== null;
}
