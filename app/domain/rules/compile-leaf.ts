import type { CatalogueFacts, LineFacts, OrderFacts } from "../orders/order-facts";
import type { LeafCondition } from "./condition";
import { evaluateLeaf } from "./evaluate-leaf";
import type { Match } from "./matching";
import { fold } from "./matching";
import type { Truth } from "./verdict";
import { not, truthOf } from "./verdict";

export type CompiledLeaf = (facts: OrderFacts, offerId: string | null) => Truth;

/** A condition made ready once: lists become sets, texts are folded beforehand; whatever gains nothing is evaluated as it is. */
export function compileLeaf(condition: LeafCondition): CompiledLeaf {
  switch (condition.kind) {
    case "product": return overLines(condition.match, condition.productIds, (line, wanted) => (wanted.has(line.productId) ? [line.productId] : NOTHING));
    case "variant": return overLines(condition.match, condition.variantIds, (line, wanted) => (wanted.has(line.variantId) ? [line.variantId] : NOTHING));
    case "collection": return overLines(condition.match, condition.collectionIds, ({ catalogue }, wanted) => catalogue && thoseOf(catalogue.collectionIds, wanted));
    case "tag": return overLines(condition.match, condition.tags.map(fold), ({ catalogue }, wanted) => catalogue && thoseOf(folded(catalogue).tags, wanted));
    case "vendor": return overLines(condition.match, condition.vendors.map(fold), ({ catalogue }, wanted) => catalogue && thoseOf(folded(catalogue).vendor, wanted));
    case "productType": return overLines(condition.match, condition.productTypes.map(fold), ({ catalogue }, wanted) => catalogue && thoseOf(folded(catalogue).productType, wanted));
    case "country": return oneOf(condition.match, condition.countryCodes, ({ countryCode }) => countryCode);
    case "currency": return oneOf(condition.match, condition.currencies, ({ currency }) => currency);
    case "weekday": return oneOf("any", condition.days, ({ moment }) => moment?.weekday ?? null);
    case "orderValue": {
      const { currency, minMinor = -Infinity, maxMinor = Infinity } = condition;
      return (facts) => (facts.currency === currency ? truthOf(facts.totalMinor >= minMinor && facts.totalMinor <= maxMinor) : "unknown");
    }
    case "customerOrderCount": {
      const { min = -Infinity, max = Infinity } = condition;
      return ({ priorOrders }) => (priorOrders === null ? "unknown" : truthOf(priorOrders >= min && priorOrders <= max));
    }
    default: return (facts, offerId) => evaluateLeaf(condition, facts, offerId);
  }
}

/** What of the wanted a line has; null while nothing is known of it. */
type Found<T> = (line: LineFacts, wanted: ReadonlySet<T>) => readonly T[] | null;
const NOTHING: readonly never[] = [];

function overLines<T>(match: Match, list: readonly T[], found: Found<T>): CompiledLeaf {
  const wanted = new Set(list);
  switch (match) {
    case "only": return ({ lines }) => onlyOf(lines, wanted, found);
    case "all": return ({ lines }) => everyOf(lines, wanted, found);
    case "any": return ({ lines }) => anyOf(lines, wanted, found);
    case "none": return ({ lines }) => not(anyOf(lines, wanted, found));
  }
}

function anyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, found: Found<T>): Truth {
  let truth: Truth = "notMet";
  for (const line of lines) {
    const there = found(line, wanted);
    if (there === null) truth = "unknown";
    else if (there.length > 0) return "met";
  }
  return truth;
}

function onlyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, found: Found<T>): Truth {
  let truth: Truth = lines.length === 0 ? "notMet" : "met";
  for (const line of lines) {
    const there = found(line, wanted);
    if (there === null) truth = "unknown";
    else if (there.length === 0) return "notMet";
  }
  return truth;
}

function everyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, found: Found<T>): Truth {
  const seen = new Set<T>();
  let isSure = true;
  for (const line of lines) {
    const there = found(line, wanted);
    if (there === null) isSure = false;
    else for (const thing of there) seen.add(thing);
  }
  if (seen.size === wanted.size) return "met";
  return isSure ? "notMet" : "unknown";
}

function thoseOf<T>(there: readonly T[], wanted: ReadonlySet<T>): readonly T[] {
  if (there.length === 1) return wanted.has(there[0] as T) ? there : NOTHING; // There is exactly one.
  return there.filter((thing) => wanted.has(thing));
}

function oneOf<T>(match: "any" | "none", list: readonly T[], valueOf: (facts: OrderFacts) => T | null): CompiledLeaf {
  const wanted = new Set(list);
  const there: Truth = match === "any" ? "met" : "notMet";
  return (facts) => {
    const value = valueOf(facts);
    if (value === null) return "unknown";
    return wanted.has(value) ? there : not(there);
  };
}

interface Folded {
  tags: readonly string[];
  vendor: readonly string[];
  productType: readonly string[];
}

/** One product's texts are compared with the rules of every offer of a decision, and folded once. */
const foldedTexts = new WeakMap<CatalogueFacts, Folded>();

function folded(catalogue: CatalogueFacts): Folded {
  const known = foldedTexts.get(catalogue);
  if (known) return known;
  const made = { tags: catalogue.tags.map(fold), vendor: [fold(catalogue.vendor)], productType: [fold(catalogue.productType)] };
  foldedTexts.set(catalogue, made);
  return made;
}
