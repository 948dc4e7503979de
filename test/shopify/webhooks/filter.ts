/**
 * Whether a payload passes a subscription's filter. Of Shopify's search syntax only what filters commonly use:
 * `field:value` and `field:>=number` terms joined by AND or OR, dots for nested fields. Throws on anything else.
 */
export function matchesFilter(filter: string | null, payload: Record<string, unknown>): boolean {
  if (!filter) return true;
  return filter.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((term) => matchesTerm(term.trim(), payload)));
}

function matchesTerm(term: string, payload: Record<string, unknown>): boolean {
  const match = /^([\w.]+):(>=|<=|>|<)?("?)([^"]*)\3$/.exec(term);
  if (!match) throw new Error(`local Shopify does not implement the filter ${term} yet`);
  const [, path = "", operator, , wanted = ""] = match;
  return valuesAt(payload, path.split(".")).some((value) => {
    if (!operator) return wanted === "*" ? value !== null : String(value) === wanted;
    const [left, right] = [Number(value), Number(wanted)];
    if (operator === ">=") return left >= right;
    if (operator === "<=") return left <= right;
    return operator === ">" ? left > right : left < right;
  });
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  if (typeof value !== "object" || value === null) return [];
  return valuesAt(Reflect.get(value, key), rest);
}
