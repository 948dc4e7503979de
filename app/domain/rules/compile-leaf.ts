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
    case "product": return overLines(condition.match, condition.productIds, one((line) => line.productId));
    case "variant": return overLines(condition.match, condition.variantIds, one((line) => line.variantId));
    case "collection": return overLines(condition.match, condition.collectionIds, several(({ catalogue }) => catalogue && catalogue.collectionIds));
    case "tag": return overLines(condition.match, condition.tags.map(fold), several(({ catalogue }) => catalogue && folded(catalogue).tags));
    case "vendor": return overLines(condition.match, condition.vendors.map(fold), one(({ catalogue }) => catalogue && folded(catalogue).vendor));
    case "productType": return overLines(condition.match, condition.productTypes.map(fold), one(({ catalogue }) => catalogue && folded(catalogue).productType));
    case "country": return oneOf(condition.match, condition.countryCodes, ({ countryCode }) => countryCode);
    case "currency": return oneOf(condition.match, condition.currencies, ({ currency }) => currency);
    case "weekday": return oneOf("any", condition.days, ({ moment }) => moment?.weekday ?? null);
    case "orderValue": {
      const { currency, minMinor = -Infinity, maxMinor = Infinity } = condition;
      return (facts) => (facts.currency === currency ? truthOf(facts.totalMinor >= minMinor && facts.totalMinor <= maxMinor) : "unknown");
    }
    case "itemCount": {
      const { min = -Infinity, max = Infinity } = condition;
      return ({ lines }) => {
        let units = 0;
        for (const line of lines) units += line.quantity;
        return truthOf(units >= min && units <= max);
      };
    }
    case "customerOrderCount": {
      const { min = -Infinity, max = Infinity } = condition;
      return ({ priorOrders }) => (priorOrders === null ? "unknown" : truthOf(priorOrders >= min && priorOrders <= max));
    }
    default: return (facts, offerId) => evaluateLeaf(condition, facts, offerId);
  }
}

/** What a line has, asked in the two ways that matching needs; null while nothing is known of it. */
interface Having<T> {
  hasOne: (line: LineFacts, wanted: ReadonlySet<T>) => boolean | null;
  all: (line: LineFacts) => readonly T[] | null;
}

function one<T>(of: (line: LineFacts) => T | null): Having<T> {
  return {
    hasOne: (line, wanted) => {
      const thing = of(line);
      return thing === null ? null : wanted.has(thing);
    },
    all: (line) => {
      const thing = of(line);
      return thing === null ? null : [thing];
    },
  };
}

function several<T>(all: (line: LineFacts) => readonly T[] | null): Having<T> {
  const hasOne: Having<T>["hasOne"] = (line, wanted) => {
    const things = all(line);
    if (things === null) return null;
    for (const thing of things) if (wanted.has(thing)) return true;
    return false;
  };
  return { hasOne, all };
}

function overLines<T>(match: Match, list: readonly T[], having: Having<T>): CompiledLeaf {
  const wanted = new Set(list);
  switch (match) {
    case "only": return ({ lines }) => onlyOf(lines, wanted, having);
    case "all": return ({ lines }) => everyOf(lines, wanted, having);
    case "any": return ({ lines }) => anyOf(lines, wanted, having);
    case "none": return ({ lines }) => not(anyOf(lines, wanted, having));
  }
}

function anyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, { hasOne }: Having<T>): Truth {
  let truth: Truth = "notMet";
  for (const line of lines) {
    const has = hasOne(line, wanted);
    if (has === true) return "met";
    if (has === null) truth = "unknown";
  }
  return truth;
}

function onlyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, { hasOne }: Having<T>): Truth {
  let truth: Truth = lines.length === 0 ? "notMet" : "met";
  for (const line of lines) {
    const has = hasOne(line, wanted);
    if (has === false) return "notMet";
    if (has === null) truth = "unknown";
  }
  return truth;
}

function everyOf<T>(lines: readonly LineFacts[], wanted: ReadonlySet<T>, { all }: Having<T>): Truth {
  const seen = new Set<T>();
  let isSure = true;
  for (const line of lines) {
    const things = all(line);
    if (things === null) isSure = false;
    else for (const thing of things) if (wanted.has(thing)) seen.add(thing);
  }
  if (seen.size === wanted.size) return "met";
  return isSure ? "notMet" : "unknown";
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
  vendor: string;
  productType: string;
}

/** One product's texts are compared with the rules of every offer of a decision, and folded once. */
const foldedTexts = new WeakMap<CatalogueFacts, Folded>();

function folded(catalogue: CatalogueFacts): Folded {
  const known = foldedTexts.get(catalogue);
  if (known) return known;
  const made = { tags: catalogue.tags.map(fold), vendor: fold(catalogue.vendor), productType: fold(catalogue.productType) };
  foldedTexts.set(catalogue, made);
  return made;
}
