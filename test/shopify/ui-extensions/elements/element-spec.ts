/** What a property of an element takes: JavaScript types, words, or both. */
export interface PropertySpec {
  readonly types?: readonly string[];
  readonly words?: readonly string[];
  /** How many of the words may stand in one value, separated by blanks; one unless given. */
  readonly most?: number;
}

/** One `s-*` element as Shopify's type declarations list it; events without their "on", in lower case. */
export interface ElementSpec {
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly events: readonly string[];
}

/** The elements of one surface, by tag. */
export type ElementSpecs = Readonly<Record<string, ElementSpec>>;

/** Where an extension runs: each has elements of its own. */
export type Surface = "checkout" | "customer-account" | "admin";

/** The surface that a target belongs to; throws for a target that this host does not know. */
export function surfaceOf(target: string): Surface {
  if (target.startsWith("purchase.")) return "checkout";
  if (target.startsWith("customer-account.")) return "customer-account";
  if (target.startsWith("admin.")) return "admin";
  throw new Error(`There is no surface for ${target}`);
}

/** What is wrong with a value of a property, in words; null when the declarations allow it. */
export function faultOfValue(spec: PropertySpec, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (spec.types?.includes(typeof value)) return null;
  const { words = [], types = [], most = 1 } = spec;
  if (typeof value === "string" && words.length > 0) {
    const parts = most === 1 ? [value] : value.split(" ");
    if (parts.length <= most && parts.every((part) => words.includes(part))) return null;
  }
  const shown = typeof value === "string" ? JSON.stringify(value) : typeof value;
  return `takes ${[...types, ...words.map((word) => JSON.stringify(word))].join(", ") || "nothing"}, not ${shown}`;
}
