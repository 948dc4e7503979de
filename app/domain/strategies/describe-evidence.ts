import { formatMinor } from "../money/money";
import type { CandidateEvidence } from "./evidence";

export interface EvidenceWording {
  currency: string;
  locale: string;
  /** The shop's. */
  timeZone: string;
  product?: ReadonlyMap<number, string>;
  collection?: ReadonlyMap<number, string>;
}

/** One English sentence without a full stop: "bought together in 31 of 120 orders with Mug; about 9 expected by chance". */
export function describeEvidence(evidence: CandidateEvidence, wording: EvidenceWording): string {
  const money = (minor: number) => formatMinor(minor, wording.currency, wording.locale);
  const count = counting(wording.locale);
  const product = (id: number) => wording.product?.get(id) ?? `#${id}`;
  switch (evidence.kind) {
    case "staffChoice": return `chosen by staff, place ${evidence.place + 1}`;
    case "pinned": return `pinned by staff to ${product(evidence.withProductId)}`;
    case "boughtTogether": return describeTogether(evidence, product(evidence.withProductId), wording.locale);
    case "sameCollection":
      return `in the collection ${wording.collection?.get(evidence.collectionId) ?? `#${evidence.collectionId}`} with ${product(evidence.withProductId)}; too few orders yet to say more`;
    case "sameTag": return `tagged ${evidence.tag} like ${product(evidence.withProductId)}; too few orders yet to say more`;
    case "similarPrice": return `costs ${money(evidence.priceMinor)}, near the ${money(evidence.aroundMinor)} of what was bought; no orders to judge by`;
    case "bestseller": return `popular: in ${count(evidence.orders)} ${evidence.orders === 1 ? "order" : "orders"} of the last ${evidence.days} days`;
    case "nextUp": return `one step up from ${product(evidence.fromProductId)}: ${money(evidence.toMinor)} after ${money(evidence.fromMinor)}${movedText(evidence.moved, count)}`;
    case "downsell": return downsellText(evidence, money, product);
    case "dueAgain": return `bought ${count(evidence.timesBought)} ${evidence.timesBought === 1 ? "time" : "times"}; due again ${dateRange(evidence, wording)}`;
    default: return unhandled(evidence);
  }
}

/** "bought together in 31 of 120 orders with Mug; about 9 expected by chance" */
export function describeTogether({ orders, ofOrders, expected, isInNextOrder }: { orders: number; ofOrders: number; expected: number; isInNextOrder?: true }, withTitle: string, locale: string): string {
  const count = counting(locale);
  const found = isInNextOrder
    ? `in the customer's next order after ${count(orders)} of ${count(ofOrders)} with ${withTitle}`
    : `bought together in ${count(orders)} of ${count(ofOrders)} orders with ${withTitle}`;
  return `${found}; ${expected < 1 ? "less than one" : `about ${count(expected)}`} expected by chance`;
}

function counting(locale: string): (number: number) => string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return (number) => format.format(number);
}

function movedText(moved: Extract<CandidateEvidence, { kind: "nextUp" }>["moved"], count: (number: number) => string): string {
  return moved ? `; ${count(moved.customers)} of ${count(moved.ofCustomers)} customers went on to buy it` : "";
}

function downsellText({ way, fromProductId, fromMinor, toMinor }: Extract<CandidateEvidence, { kind: "downsell" }>, money: (minor: number) => string, product: (id: number) => string): string {
  const what = { cheaper: "a cheaper choice than", smaller: "a smaller size of", betterDiscount: "a better price for" }[way];
  return `${what} ${product(fromProductId)}, which was declined at ${money(fromMinor)}: ${money(toMinor)}`;
}

function dateRange({ dueFrom, dueUntil }: { dueFrom: string; dueUntil: string }, { locale, timeZone }: EvidenceWording): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).formatRange(new Date(dueFrom), new Date(dueUntil));
}

/** Fails to compile while a kind has no words. */
function unhandled(evidence: never): never {
  throw new Error(`No such evidence: ${JSON.stringify(evidence)}`);
}
