/**
 * Which values a shape lets through. The narrow kinds cannot carry a person's data even when a field holds something
 * that it should not: an id is a whole number, a code has no spaces or "@".
 */
type Leaf = "id" | "count" | "flag" | "time" | "amount" | "code" | "gid" | "url" | "text";
export type Shape = Leaf | readonly [Shape] | { readonly [field: string]: Shape };

type Kept = string | number | boolean | null | Kept[] | { [field: string]: Kept };

const LEAVES: Record<Leaf, (value: unknown) => boolean> = {
  id: (value) => Number.isSafeInteger(value),
  count: (value) => Number.isFinite(value),
  flag: (value) => typeof value === "boolean",
  time: (value) => matches(value, /^\d{4}-\d\d-\d\dT[\d:.]{5,20}(?:Z|[+-]\d\d:?\d\d)?$/),
  amount: (value) => Number.isFinite(value) || matches(value, /^-?\d{1,16}(?:\.\d{1,20})?$/),
  code: (value) => matches(value, /^[A-Za-z0-9_./:-]{0,120}$/),
  gid: (value) => matches(value, /^gid:\/\/shopify\/[A-Za-z]{1,60}\/\d{1,20}$/),
  url: (value) => matches(value, /^https?:\/\/[^\s@]{1,2000}$/),
  text: (value) => typeof value === "string",
};

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

/** The part of a value that fits the shape; what does not fit is left out, null is kept where the shape has a field. */
export function keep(value: unknown, shape: Shape): Kept | undefined {
  if (value === null) return null;
  if (typeof shape === "string") return isLeaf(value) && LEAVES[shape](value) ? value : undefined;
  if (isList(shape)) return Array.isArray(value) ? keepEach(value, shape[0]) : undefined;
  return keepFields(value, shape);
}

function keepEach(values: readonly unknown[], shape: Shape): Kept[] {
  const kept: Kept[] = [];
  for (const value of values) {
    const part = keep(value, shape);
    if (part !== undefined && part !== null) kept.push(part);
  }
  return kept;
}

/** The fields of an object that the shape names; an empty object when the value is none. */
function keepFields(value: unknown, shape: { readonly [field: string]: Shape }): Kept | undefined {
  if (!isRecord(value)) return undefined;
  const kept: { [field: string]: Kept } = {};
  for (const [field, inner] of Object.entries(shape)) {
    if (!Object.hasOwn(value, field)) continue;
    const part = keep(value[field], inner);
    if (part !== undefined) kept[field] = part;
  }
  return kept;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLeaf(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
