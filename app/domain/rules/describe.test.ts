import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import type { Condition } from "./condition";
import { describe as describeCondition } from "./describe";

const names = { product: new Map([[1, "Mug"], [2, "Bowl"]]), collection: new Map([[5, "Gifts"]]) };

test.each<[Condition, string]>([
  [{ kind: "all", conditions: [{ kind: "product", match: "any", productIds: [1, 2] }, { kind: "orderValue", currency: "GBP", minMinor: 2_000 }] }, "order has any of: Mug, Bowl, and order value at least £20.00"],
  [{ kind: "all", conditions: [] }, "every order"],
  [{ kind: "any", conditions: [] }, "no order"],
  [{ kind: "none", conditions: [{ kind: "country", match: "any", countryCodes: ["GB", "IE"] }] }, "not (order goes to any of: United Kingdom, Ireland)"],
  [{ kind: "all", conditions: [{ kind: "itemCount", min: 2, max: 4 }, { kind: "any", conditions: [{ kind: "customerOrderCount", max: 0 }, { kind: "customerOrderCount", min: 5, max: 5 }] }] },
    "number of items from 2 to 4, and (customer's earlier orders at most 0, or customer's earlier orders exactly 5)"],
  [{ kind: "collection", match: "none", collectionIds: [5, 6] }, "order has products of none of: Gifts, #6"],
  [{ kind: "tag", match: "all", tags: ["a", "b", "c", "d", "e", "f", "g"] }, "order has products tagged all of: a, b, c, d, e and 2 more"],
  [{ kind: "discountCode", match: "any", codes: [] }, "a discount code was used"],
  [{ kind: "discountCode", match: "none", codes: [] }, "no discount code was used"],
  [{ kind: "currency", match: "any", currencies: ["GBP"] }, "order is paid in any of: GBP"],
  [{ kind: "product", match: "only", productIds: [1, 2] }, "order has nothing but: Mug, Bowl"],
  [{ kind: "tag", match: "only", tags: ["gift"] }, "order has nothing but products tagged: gift"],
  [{ kind: "variantName", match: "any", names: ["Red"] }, "order has variants named any of: Red"],
  [{ kind: "metafield", key: "custom.material", match: "any", values: ["clay"] }, "order has products whose custom.material is any of: clay"],
  [{ kind: "quantity", items: { of: "product", ids: [1, 2] }, min: 3 }, "number of items of Mug, Bowl, at least 3"],
  [{ kind: "quantity", items: { of: "tag", texts: ["gift"] }, min: 2, max: 4 }, "number of items tagged gift, from 2 to 4"],
  [{ kind: "purchaseType", match: "only", type: "subscription" }, "order has nothing but subscriptions"],
  [{ kind: "purchaseType", match: "none", type: "oneTime" }, "order has no one-time purchases"],
  [{ kind: "inventory", match: "all", productIds: [1], max: 5 }, "stock of all of: Mug, at most 5"],
  [{ kind: "subtotal", currency: "GBP", minMinor: 2_000 }, "items’ value at least £20.00"],
  [{ kind: "lineCount", max: 2 }, "number of lines at most 2"],
  [{ kind: "discountShare", min: 10, max: 25 }, "discount from 10 % to 25 %"],
  [{ kind: "shippingMethod", match: "any", methods: ["Express"] }, "order is sent by any of: Express"],
  [{ kind: "gateway", match: "none", gateways: ["paypal"] }, "order is paid through none of: paypal"],
  [{ kind: "salesChannel", match: "any", channels: ["web"] }, "order came by any of: web"],
  [{ kind: "noteAttribute", name: "gift", match: "none", values: [] }, "order has no note attribute “gift”"],
  [{ kind: "noteAttribute", name: "gift", match: "any", values: ["yes"] }, "note attribute “gift” is any of: yes"],
  [{ kind: "customerTag", match: "all", tags: ["vip", "press"] }, "customer has all of the tags: vip, press"],
  [{ kind: "customerTag", match: "only", tags: ["vip"] }, "customer has no tags but: vip"],
  [{ kind: "firstOrder", isFirst: false }, "customer ordered before"],
  [{ kind: "daysSinceOrder", min: 30 }, "days since the customer’s last order at least 30"],
  [{ kind: "lifetimeSpend", currency: "GBP", maxMinor: 10_000 }, "customer’s spending before at most £100.00"],
  [{ kind: "pastProduct", match: "none", productIds: [2], withinDays: 30 }, "customer bought none of these in the last 30 days: Bowl"],
  [{ kind: "loggedIn", isLoggedIn: true }, "customer is logged in"],
  [{ kind: "language", match: "any", languages: ["fr"] }, "customer’s language is any of: fr"],
  [{ kind: "billingCountry", match: "any", countryCodes: ["GB"] }, "order is billed to any of: United Kingdom"],
  [{ kind: "market", match: "none", markets: ["europe"] }, "order is placed in none of the markets: europe"],
  [{ kind: "utm", parameter: "source", match: "any", values: ["newsletter"] }, "visit’s utm_source is any of: newsletter"],
  [{ kind: "dateRange", from: "2026-12-01", to: "2026-12-24" }, "it is between 2026-12-01 and 2026-12-24 at the shop"],
  [{ kind: "dateRange", to: "2026-12-24" }, "it is 2026-12-24 or earlier at the shop"],
  [{ kind: "timeOfDay", from: "22:00", to: "06:00" }, "the shop’s clock is between 22:00 and 06:00"],
  [{ kind: "weekday", days: [7, 6] }, "it is Saturday, Sunday at the shop"],
  [{ kind: "randomShare", percent: 20, group: "autumn" }, "customer is in a random 20 % (autumn)"],
  [{ kind: "encounter", what: "decline", offer: "this", hasHappened: true, withinDays: 30 }, "customer declined this offer in the last 30 days"],
  [{ kind: "encounter", what: "impression", offer: "any", hasHappened: false }, "customer did not see any offer before"],
])("%j reads %j", (condition, sentence) => {
  expect(describeCondition(textsIn("en").t, condition, names)).toBe(sentence);
});

test.each<[Condition, string]>([
  [{ kind: "all", conditions: [{ kind: "product", match: "any", productIds: [1, 2] }, { kind: "orderValue", currency: "GBP", minMinor: 2_000 }] }, "Bestellung enthält mindestens eins von: Mug, Bowl und Bestellwert mindestens 20,00 £"],
  [{ kind: "none", conditions: [{ kind: "country", match: "any", countryCodes: ["GB", "IE"] }] }, "nicht (Bestellung geht in eines von: Vereinigtes Königreich, Irland)"],
  [{ kind: "encounter", what: "decline", offer: "this", hasHappened: false, withinDays: 30 }, "Kunde hat in den letzten 30 Tagen dieses Angebot nicht abgelehnt"],
  [{ kind: "weekday", days: [7, 6] }, "im Shop ist Samstag, Sonntag"],
])("%j reads %j in German", (condition, sentence) => {
  expect(describeCondition(textsIn("de").t, condition, names).replaceAll("\u00a0", " ")).toBe(sentence);
});
