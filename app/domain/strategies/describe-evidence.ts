import type { TFunction } from "i18next";
import type { CandidateEvidence } from "./evidence";

export interface EvidenceWording {
  currency: string;
  /** The shop's. */
  timeZone: string;
  product?: ReadonlyMap<number, string>;
  collection?: ReadonlyMap<number, string>;
}

/** One sentence: "Bought together in 31 of 120 orders with Mug; about 9 expected by chance." */
export function describeEvidence(t: TFunction, evidence: CandidateEvidence, { currency, timeZone, ...names }: EvidenceWording): string {
  const money = (minor: number) => ({ minor, currency });
  const product = (id: number) => names.product?.get(id) ?? `#${id}`;
  switch (evidence.kind) {
    case "staffChoice": return t("recommendations:evidence.staffChoice", { place: evidence.place + 1 });
    case "pinned": return t("recommendations:evidence.pinned", { product: product(evidence.withProductId) });
    case "boughtTogether": return describeTogether(t, evidence, product(evidence.withProductId));
    case "sameCollection":
      return t("recommendations:evidence.sameCollection", { collection: names.collection?.get(evidence.collectionId) ?? `#${evidence.collectionId}`, product: product(evidence.withProductId) });
    case "sameTag": return t("recommendations:evidence.sameTag", { tag: evidence.tag, product: product(evidence.withProductId) });
    case "similarPrice": return t("recommendations:evidence.similarPrice", { price: money(evidence.priceMinor), around: money(evidence.aroundMinor) });
    case "bestseller": return t("recommendations:evidence.bestseller", { count: evidence.orders, days: evidence.days });
    case "nextUp": {
      const values = { product: product(evidence.fromProductId), to: money(evidence.toMinor), from: money(evidence.fromMinor) };
      return evidence.moved
        ? t("recommendations:evidence.nextUpMoved", { ...values, moved: evidence.moved.customers, customers: evidence.moved.ofCustomers })
        : t("recommendations:evidence.nextUp", values);
    }
    case "downsell": return t(`recommendations:evidence.downsell.${evidence.way}`, { product: product(evidence.fromProductId), from: money(evidence.fromMinor), to: money(evidence.toMinor) });
    case "dueAgain": return t("recommendations:evidence.dueAgain", { count: evidence.timesBought, from: evidence.dueFrom, until: evidence.dueUntil, timeZone });
    default: return unhandled(evidence);
  }
}

/** "Bought together in 31 of 120 orders with Mug; about 9 expected by chance." */
export function describeTogether(t: TFunction, { fitsPast, ...evidence }: Together & { fitsPast?: true }, withTitle: string): string {
  const together = describeCounts(t, evidence, withTitle);
  return fitsPast ? t("recommendations:evidence.fitsPast", { together }) : together;
}

interface Together {
  orders: number;
  ofOrders: number;
  expected: number;
  isInNextOrder?: true;
}

function describeCounts(t: TFunction, { orders, ofOrders, expected, isInNextOrder }: Together, withTitle: string): string {
  const values = { orders, of: ofOrders, product: withTitle, expected: Math.round(expected) };
  if (isInNextOrder) return expected < 1 ? t("recommendations:evidence.nextOrderRare", values) : t("recommendations:evidence.nextOrder", values);
  return expected < 1 ? t("recommendations:evidence.togetherRare", values) : t("recommendations:evidence.together", values);
}

/** Fails to compile while a kind has no words. */
function unhandled(evidence: never): never {
  throw new Error(`No such evidence: ${JSON.stringify(evidence)}`);
}
