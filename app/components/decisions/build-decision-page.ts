import type { CandidateReason, GeneralReason } from "../../domain/decisions/decision";
import { describeEvidence } from "../../domain/strategies/describe-evidence";
import { formatMinor } from "../../domain/money/money";
import type { Placement } from "../../domain/offers/placement";
import { placementTexts } from "../placements/placement-texts";
import type { DecisionPage } from "./decision-page";
import { productText, reasonText } from "./reason-text";
import { orderAhead, shownText } from "./shown-text";
import type { ShownFacts } from "./shown-text";
import { whyNothing } from "./why-nothing";

/** A decision as it is read from the database. */
interface ReadDecision {
  timeZone: string;
  offerNames: ReadonlyMap<string, string>;
  productTitles: ReadonlyMap<number, string>;
  collectionTitles: ReadonlyMap<number, string>;
  /** By offer: the part of its rule that decided against it, in words. */
  ruleParts: ReadonlyMap<string, string>;
  row: ShownFacts & {
    id: string; placement: Placement; decidedAt: Date; currency: string; orderId: number | null; orderName: string | null; outcome: "offered" | "nothing";
    offerId: string | null; offerName: string | null; impressionAt: Date | null; declinedAt: Date | null;
    reasons: { general: GeneralReason | null; candidates: CandidateReason[] };
  };
  story: {
    facts: {
      currency: string; countryCode: string | null; totalMinor: number; priorOrders: number | null; customerKey: string | null;
      discountCodes: string[] | null; lines: { productId: number; quantity: number; totalMinor: number }[];
    };
    acceptance: { quantity: number; amountMinor: number; state: "signed" | "applied" | "unpaid" | "failed" | "confirmed"; errorCode: string | null; issuedAt: Date; confirmedAt: Date | null; updatedAt: Date } | null;
    ledger: { id: string; kind: "accepted" | "refund" | "cancellation" | "unpaid" | "reversal"; amountMinor: number; currency: string; happenedAt: Date }[];
  };
}

/** "Bought together in …." */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const regions = new Intl.DisplayNames("en", { type: "region" });

/** Turns codes and ids into the words and names that staff read. */
export function buildDecisionPage({ row, story, offerNames, productTitles, collectionTitles, ruleParts, timeZone }: ReadDecision): DecisionPage {
  const { facts, acceptance } = story;
  const title = (productId: number) => productTitles.get(productId) ?? `Product ${productId}`;
  const wording = { currency: row.currency, locale: "en", timeZone, product: productTitles, collection: collectionTitles };
  const evidenceText = (reason: CandidateReason) => (reason.code === "chosen" && reason.evidence ? sentence(describeEvidence(reason.evidence, wording)) : "");
  const nameOf = (offerId: string) => offerNames.get(offerId) ?? "Deleted offer";
  return {
    id: row.id,
    decidedAt: row.decidedAt.toISOString(),
    timeZone,
    currency: row.currency,
    placement: placementTexts[row.placement].name,
    title: row.orderName ?? orderAhead(row.placement),
    order: row.orderId !== null && row.orderName !== null ? { id: row.orderId, name: row.orderName } : null,
    facts: [
      { label: "Placement", value: placementTexts[row.placement].name },
      // A visit to the account is about no order.
      ...(facts.lines.length === 0 ? [] : [{ label: "Order total", value: formatMinor(facts.totalMinor, facts.currency, "en") }]),
      { label: "Shipping country", value: facts.countryCode === null ? "Not known" : (regions.of(facts.countryCode) ?? facts.countryCode) },
      { label: "Customer", value: customerText(facts.customerKey, facts.priorOrders) },
    ],
    lines: facts.lines.map((line) => `${line.quantity} × ${title(line.productId)}, ${formatMinor(line.totalMinor, facts.currency, "en")}`),
    recognised: facts.customerKey !== null,
    offered: row.outcome === "offered" && row.offerId !== null
      ? {
          offerId: row.offerId, offerName: row.offerName ?? "Deleted offer", shown: shownText(row),
          version: row.reasons.candidates.find(({ offerId }) => offerId === row.offerId)?.offerVersion ?? 0,
        }
      : null,
    whyNothing: whyNothing(row.reasons),
    candidates: row.reasons.candidates.map((reason) => ({
      offerId: reason.offerId,
      name: nameOf(reason.offerId),
      version: reason.offerVersion,
      chosen: reason.code === "chosen",
      evidence: evidenceText(reason),
      reason: reasonText(reason, ruleParts.get(reason.offerId)),
      products: reason.code === "noProduct" ? reason.products.map((product) => `${title(product.productId)} ${productText(product.code)}`) : [],
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

function customerText(key: string | null, priorOrders: number | null): string {
  if (key === null) return "A guest who can’t be recognised";
  const who = key.startsWith("g:") ? "Guest" : "Customer";
  if (priorOrders === null) return `${who}, earlier orders not known`;
  if (priorOrders === 0) return `${who}, first order`;
  return `${who}, ${priorOrders} earlier ${priorOrders === 1 ? "order" : "orders"}`;
}
