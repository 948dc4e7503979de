/** Everything that the page of one decision shows. */
export interface DecisionPage {
  id: string;
  decidedAt: string;
  timeZone: string;
  currency: string;
  /** Where it was made, in words. */
  placement: string;
  order: { id: number; name: string } | null;
  /** Of a test order: in no figure. */
  isTest: boolean;
  /** What stands for the order's name. */
  title: string;
  facts: { label: string; value: string }[];
  lines: string[];
  /** Whether this customer's next order can be told to be theirs. */
  recognised: boolean;
  offered: { offerId: string; offerName: string; version: number; shown: string } | null;
  whyNothing: string;
  /** Where what decided can be changed. */
  whereDecided: { label: string; url: string } | null;
  /** `evidence`: what spoke for the product that was chosen, as a sentence; "" where nothing is kept of it. */
  candidates: { offerId: string; name: string; version: number; chosen: boolean; evidence: string; reason: string; products: string[] }[];
  impressionAt: string | null;
  declinedAt: string | null;
  acceptance: {
    quantity: number;
    amountMinor: number;
    state: "signed" | "applied" | "unpaid" | "failed" | "confirmed";
    errorCode: string | null;
    issuedAt: string;
    confirmedAt: string | null;
    updatedAt: string;
  } | null;
  ledger: { id: string; kind: "accepted" | "refund" | "cancellation" | "unpaid" | "deletion" | "reversal"; amountMinor: number; taxMinor: number; currency: string; happenedAt: string }[];
}
