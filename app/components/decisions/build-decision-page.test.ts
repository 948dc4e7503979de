import { expect, test } from "vitest";
import type { CandidateReason } from "../../domain/decisions/decision";
import { textsIn } from "../../i18n/translator.server";
import { buildDecisionPage } from "./build-decision-page";

const { t } = textsIn("en");

const chosen = { offerId: "one", offerVersion: 1, code: "chosen" as const, productId: 200 };

function candidateOf(reason: CandidateReason) {
  const at = new Date("2026-11-20T12:00:00Z");
  const page = buildDecisionPage(t, {
    timeZone: "Europe/London", offerNames: new Map([["one", "Trays"]]), productTitles: new Map([[100, "Mug"]]), collectionTitles: new Map([[7, "Kitchen"]]), ruleParts: new Map(),
    row: {
      id: "d", placement: "thank-you", blockKind: "products", blockProducts: ["Tray"], decidedAt: at, currency: "GBP", orderId: null, orderName: null, isDeleted: false, isTest: false, outcome: "offered", offerId: "one", offerName: "Trays", productTitle: null,
      impressionAt: null, declinedAt: null, reasons: { general: null, candidates: [reason] },
    },
    story: { facts: { currency: "GBP", countryCode: "GB", totalMinor: 100, priorOrders: 0, customerKey: null, discountCodes: null, lines: [] }, acceptance: null, ledger: [] },
  });
  return page.candidates[0];
}

test.each<[string, CandidateReason, string]>([
  ["bought together", { ...chosen, evidence: { kind: "boughtTogether", withProductId: 100, orders: 31, ofOrders: 120, expected: 9.2, customers: 20 } }, "Bought together in 31 of 120 orders with Mug; about 9 expected by chance."],
  ["of one collection", { ...chosen, evidence: { kind: "sameCollection", withProductId: 100, collectionId: 7, size: 12 } }, "In the collection Kitchen with Mug; too few orders yet to say more."],
  ["chosen by staff", { ...chosen, evidence: { kind: "staffChoice", place: 0 } }, "Chosen by staff, place 1."],
  ["of an early version, without evidence", chosen, ""],
  ["not chosen", { offerId: "one", offerVersion: 1, code: "lessValue" }, ""],
])("a product %s is explained", (_case, reason, text) => {
  expect(candidateOf(reason)?.evidence).toBe(text);
});
