import type { TFunction } from "i18next";
import type { CandidateReason, GeneralReason } from "../../domain/decisions/decision";
import { describeEvidence } from "../../domain/strategies/describe-evidence";
import type { Placement } from "../../domain/offers/placement";
import { moneyText } from "../../i18n/values";
import type { DecisionPage } from "./decision-page";
import { productText, reasonText } from "./reason-text";
import { orderText, shownText } from "./shown-text";
import type { ShownFacts } from "./shown-text";
import { whereDecided } from "./where-decided";
import { whyNothing } from "./why-nothing";

/** A decision as it is read from the database. */
export interface ReadDecision {
  timeZone: string;
  offerNames: ReadonlyMap<string, string>;
  productTitles: ReadonlyMap<number, string>;
  collectionTitles: ReadonlyMap<number, string>;
  /** By offer: the part of its rule that decided against it, in words. */
  ruleParts: ReadonlyMap<string, string>;
  row: ShownFacts & {
    id: string; placement: Placement; decidedAt: Date; currency: string; orderId: number | null; orderName: string | null; isDeleted: boolean; isTest: boolean; outcome: "offered" | "nothing";
    offerId: string | null; offerName: string | null; impressionAt: Date | null; declinedAt: Date | null;
    reasons: { general: GeneralReason | null; candidates: CandidateReason[] };
  };
  story: {
    facts: {
      currency: string; countryCode: string | null; totalMinor: number; priorOrders: number | null; customerKey: string | null;
      discountCodes: string[] | null; lines: { productId: number; quantity: number; totalMinor: number }[];
    };
    acceptance: { quantity: number; amountMinor: number; state: "signed" | "applied" | "unpaid" | "failed" | "confirmed"; errorCode: string | null; issuedAt: Date; confirmedAt: Date | null; updatedAt: Date } | null;
    ledger: { id: string; kind: "accepted" | "refund" | "cancellation" | "unpaid" | "deletion" | "reversal"; amountMinor: number; taxMinor: number; currency: string; happenedAt: Date }[];
  };
}

/** Turns codes and ids into the words and names that staff read. */
export function buildDecisionPage(t: TFunction, { row, story, offerNames, productTitles, collectionTitles, ruleParts, timeZone }: ReadDecision): DecisionPage {
  const { facts, acceptance } = story;
  const title = (productId: number) => productTitles.get(productId) ?? t("activity:decision.gone", { id: String(productId) });
  const wording = { currency: row.currency, timeZone, product: productTitles, collection: collectionTitles };
  const evidenceText = (reason: CandidateReason) => (reason.code === "chosen" && reason.evidence ? describeEvidence(t, reason.evidence, wording) : "");
  const nameOf = (offerId: string) => offerNames.get(offerId) ?? t("activity:table.deletedOffer");
  return {
    id: row.id,
    decidedAt: row.decidedAt.toISOString(),
    timeZone,
    currency: row.currency,
    placement: t(`common:placement.${row.placement}`),
    title: orderText(t, row),
    order: row.orderId !== null && row.orderName !== null && !row.isDeleted ? { id: row.orderId, name: row.orderName } : null,
    isTest: row.isTest,
    facts: [
      { label: t("activity:decision.placement"), value: t(`common:placement.${row.placement}`) },
      // A visit to the account is about no order.
      ...(facts.lines.length === 0 ? [] : [{ label: t("activity:decision.total"), value: moneyText(t, facts.totalMinor, facts.currency) }]),
      { label: t("activity:decision.country"), value: facts.countryCode === null ? t("activity:decision.notKnown") : t("activity:decision.countryName", { code: facts.countryCode }) },
      { label: t("activity:decision.customer"), value: customerText(t, facts.customerKey, facts.priorOrders) },
    ],
    lines: facts.lines.map((line) => t("activity:decision.line", { quantity: line.quantity, product: title(line.productId), amount: { minor: line.totalMinor, currency: facts.currency } })),
    recognised: facts.customerKey !== null,
    offered: row.outcome === "offered" && row.offerId !== null
      ? {
          offerId: row.offerId, offerName: row.offerName ?? t("activity:table.deletedOffer"), shown: shownText(t, row),
          version: row.reasons.candidates.find(({ offerId }) => offerId === row.offerId)?.offerVersion ?? 0,
        }
      : null,
    whyNothing: whyNothing(t, row.reasons),
    whereDecided: row.outcome === "nothing" ? whereDecided(t, row.reasons.general) : null,
    candidates: row.reasons.candidates.map((reason) => ({
      offerId: reason.offerId,
      name: nameOf(reason.offerId),
      version: reason.offerVersion,
      chosen: reason.code === "chosen",
      evidence: evidenceText(reason),
      reason: reasonText(t, reason, ruleParts.get(reason.offerId)),
      products: reason.code === "noProduct" ? reason.products.map((product) => productText(t, product.code, title(product.productId))) : [],
    })),
    impressionAt: row.impressionAt?.toISOString() ?? null,
    declinedAt: row.declinedAt?.toISOString() ?? null,
    acceptance: acceptance && {
      ...acceptance,
      issuedAt: acceptance.issuedAt.toISOString(),
      confirmedAt: acceptance.confirmedAt?.toISOString() ?? null,
      updatedAt: acceptance.updatedAt.toISOString(),
    },
    ledger: story.ledger.map((entry) => ({ ...entry, happenedAt: entry.happenedAt.toISOString() })),
  };
}

function customerText(t: TFunction, key: string | null, priorOrders: number | null): string {
  if (key === null) return t("activity:customer.unknown");
  const isGuest = key.startsWith("g:");
  if (priorOrders === null) return isGuest ? t("activity:customer.guestUnknown") : t("activity:customer.customerUnknown");
  if (priorOrders === 0) return isGuest ? t("activity:customer.guestFirst") : t("activity:customer.customerFirst");
  return isGuest ? t("activity:customer.guest", { count: priorOrders }) : t("activity:customer.customer", { count: priorOrders });
}
