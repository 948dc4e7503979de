import { GraphQLError } from "graphql";

type FieldValue = number | string | boolean | readonly string[] | null;
/** The searchable fields of a type; times are Dates so that a comparison reads dates and not numbers. */
export type SearchFields<Item> = Readonly<Record<string, (item: Item) => FieldValue | Date>>;

const TERM = /(-)?(\w+):(>=|<=|>|<)?("[^"]*"|'[^']*'|[^\s()]+)/y;

/**
 * A predicate for Shopify's search syntax: `field:value`, comparisons, a trailing `*`, terms joined by AND (or a space) and OR.
 * Throws on a field that is not in the table, so that a filter never silently matches everything.
 */
export function compileQuery<Item>(query: unknown, table: SearchFields<Item>): (item: Item) => boolean {
  if (typeof query !== "string" || query.trim() === "") return () => true;
  const sides = query.split(/\s+OR\s+/).map((side) => compileAll(side, table));
  return (item) => sides.some((side) => side(item));
}

function compileAll<Item>(side: string, table: SearchFields<Item>): (item: Item) => boolean {
  const terms: ((item: Item) => boolean)[] = [];
  const text = side.replace(/[()]/g, " ").replace(/\s+AND\s+/g, " ").trim();
  for (let at = 0; at < text.length; ) {
    TERM.lastIndex = at;
    const match = TERM.exec(text);
    if (!match) throw new GraphQLError(`local Shopify does not implement the search "${text.slice(at)}" yet`);
    const [whole, minus, field = "", operator = "", quoted = ""] = match;
    const read = table[field];
    if (!read) throw new GraphQLError(`local Shopify does not implement searching by ${field} yet`);
    const wanted = quoted.replace(/^["']|["']$/g, "");
    terms.push((item) => matches(read(item), operator, wanted) !== (minus !== undefined));
    at += whole.length;
    while (text[at] === " ") at += 1;
  }
  return (item) => terms.every((term) => term(item));
}

function matches(value: FieldValue | Date, operator: string, wanted: string): boolean {
  if (value === null) return false;
  if (value instanceof Date) return compare(value.getTime(), operator, Date.parse(wanted));
  if (typeof value === "number") return compare(value, operator, Number(wanted));
  if (typeof value === "boolean") return String(value) === wanted;
  const list = typeof value === "string" ? [value] : value;
  return wanted.split(",").some((option) => list.some((entry) => matchesText(entry.toLowerCase(), option.toLowerCase())));
}

function matchesText(value: string, wanted: string): boolean {
  return wanted.endsWith("*") ? value.includes(wanted.slice(0, -1)) : value === wanted;
}

function compare(left: number, operator: string, right: number): boolean {
  if (Number.isNaN(right)) return false;
  switch (operator) {
    case ">=":
      return left >= right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case "<":
      return left < right;
    default:
      return left === right;
  }
}
