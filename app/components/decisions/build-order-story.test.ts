import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { buildOrderStory } from "./build-order-story";
import type { ReadOrder } from "./build-order-story";

const { t } = textsIn("en");
const placed = new Date("2026-11-20T12:00:00Z");
const minutesLater = (minutes: number) => new Date(placed.getTime() + minutes * 60_000);

function read(over: Partial<ReadOrder["order"]> = {}, rest: Partial<Omit<ReadOrder, "order">> = {}): ReadOrder {
  return {
    order: {
      id: 1, name: "#1001", customerKey: "c:7", sourceName: "web", gateways: ["shopify_payments"], currency: "GBP", totalMinor: 2_500, items: 2, test: false, processedAt: placed,
      cancelledAt: null, redactedAt: null, gift: null, policyVersion: 3, netMinor: null, refunds: [], cases: [], ...over,
    },
    decisions: [], events: [], likely: null, optedOutAt: null, isHeldOut: false, timeZone: "Europe/London", ...rest,
  };
}

const titles = (order: ReadOrder) => buildOrderStory(t, order).events.map(({ title }) => title);

test("an order that Encore was never asked about says so, and the most likely why", () => {
  const { events } = buildOrderStory(t, read({}, { likely: "wallet" }));
  expect(events.map(({ title }) => title)).toEqual(["The order was placed", "Encore wasn’t asked for an offer", "Courtesy policy, version 3"]);
  expect(events[1]?.detail).toBe("Most likely: It was paid with a wallet. Shopify shows no one-click offers then.");
});

test("what came later stands in order of time, whatever it is", () => {
  const told = titles(read(
    { cancelledAt: minutesLater(90), refunds: [{ quantity: 1, amountMinor: 500, refundedAt: minutesLater(60) }], cases: [{ kind: "return", openedAt: minutesLater(30), closedAt: minutesLater(120) }] },
    { events: [{ topic: "orders/create", receivedAt: minutesLater(1), isDead: false, error: "" }, { topic: "orders/updated", receivedAt: minutesLater(2), isDead: true, error: "no such currency" }] },
  ));
  expect(told.slice(2)).toEqual(["Shopify told Encore of it", "An update couldn’t be processed", "A return was opened", "Refunded", "The order was cancelled", "The return was closed"]);
});

test.each<[string, Partial<ReadOrder["order"]>, Partial<Omit<ReadOrder, "order">>, string]>([
  ["the hold-out", {}, { isHeldOut: true }, "The customer is in the hold-out"],
  ["a gift", { gift: "certain" }, {}, "It is a gift"],
  ["an opt-out", {}, { optedOutAt: minutesLater(-5) }, "The customer asked not to be shown offers"],
  ["the usual limits", { policyVersion: null }, {}, "The usual courtesy limits"],
])("the courtesy in force is told: %s", (_case, order, rest, title) => {
  expect(titles(read(order, rest))).toContain(title);
});

test("a decision is told with its placement and leads to its reasons", () => {
  const { events } = buildOrderStory(t, read({}, {
    decisions: [{
      timeZone: "Europe/London", offerNames: new Map(), productTitles: new Map(), collectionTitles: new Map(), ruleParts: new Map(),
      row: {
        id: "d1", placement: "thank-you", blockKind: null, blockProducts: [], decidedAt: minutesLater(1), currency: "GBP", orderId: 1, orderName: "#1001", isDeleted: false, isTest: false, outcome: "nothing", offerId: null, offerName: null,
        productTitle: null, impressionAt: null, declinedAt: null, reasons: { general: "holdOut", candidates: [] },
      },
      story: { facts: { currency: "GBP", countryCode: null, totalMinor: 2_500, priorOrders: 0, customerKey: "c:7", discountCodes: null, lines: [] }, acceptance: null, ledger: [] },
    }],
  }));
  expect(events.at(-1)).toMatchObject({ title: "Thank-you page: Encore offered nothing", link: { url: "/app/activity/d1" } });
});
