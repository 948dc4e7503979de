import { z } from "zod";
import type { LineFacts, OrderFacts } from "../orders/order-facts";
import type { Truth } from "./verdict";
import { allOf, anyOf, not, truthOf } from "./verdict";

/** How a list of wanted things relates to what the order holds. */
export const Match = z.enum(["any", "all", "none"]);
export type Match = z.infer<typeof Match>;

export const Ids = z.array(z.int().positive()).min(1, "Choose at least one").max(250, "At most 250");
export const Texts = z
  .array(z.string().trim().min(1, "May not be empty").max(255, "At most 255 characters"))
  .min(1, "Choose at least one")
  .max(250, "At most 250");

/** Shopify compares tags, vendors, types and codes without regard to case and outer spaces. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** Joins what is known of each wanted thing: any, all or none of them is there. */
export function matchEach(match: Match, truths: readonly Truth[]): Truth {
  if (match === "all") return allOf(truths);
  return match === "any" ? anyOf(truths) : not(anyOf(truths));
}

/** Matches wanted things against what every order tells. */
export function matchKnown<T>(match: Match, wanted: readonly T[], there: ReadonlySet<T>): Truth {
  return matchEach(match, wanted.map((thing) => truthOf(there.has(thing))));
}

/**
 * Matches wanted things against the mirrored catalogue of the order's lines. A line whose product the mirror does not
 * know may or may not have the thing: unless another line has it, that is unknown.
 */
export function matchCatalogue<T>(match: Match, wanted: readonly T[], facts: OrderFacts, has: (line: KnownLine, thing: T) => boolean): Truth {
  const perLine = (thing: T) => facts.lines.map((line) => (isKnown(line) ? truthOf(has(line, thing)) : "unknown"));
  return matchEach(match, wanted.map((thing) => anyOf(perLine(thing))));
}

type KnownLine = LineFacts & { catalogue: NonNullable<LineFacts["catalogue"]> };

function isKnown(line: LineFacts): line is KnownLine {
  return line.catalogue !== null;
}
