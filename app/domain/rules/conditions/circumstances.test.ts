import { describe, expect, test } from "vitest";
import { buildFacts, buildLine } from "../../../../test/support/domain-builders";
import type { OrderFacts } from "../../orders/order-facts";
import type { LeafCondition } from "../condition";
import { evaluate } from "../evaluate";
import type { Truth } from "../verdict";

const truth = (condition: LeafCondition, facts: Partial<OrderFacts>, offerId: string | null = null) => evaluate(condition, buildFacts(facts), offerId).truth;
type Case = [LeafCondition, Partial<OrderFacts>, Truth];

describe("the order", () => {
  const lines = [buildLine({ totalMinor: 1_500 }), buildLine({ totalMinor: 1_500 })];
  const noted = { checkout: { noteAttributes: [{ name: "Gift", value: "Yes" }, { name: "Size", value: " " }] } };
  test.each<Case>([
    [{ kind: "discountShare", min: 25, max: 25 }, { lines, checkout: { discountMinor: 1_000 } }, "met"],
    [{ kind: "discountShare", max: 24 }, { lines, checkout: { discountMinor: 1_000 } }, "notMet"],
    [{ kind: "discountShare", max: 0 }, { lines: [], checkout: { discountMinor: 0 } }, "met"],
    [{ kind: "discountShare", max: 100 }, { lines, checkout: {} }, "unknown"],
    [{ kind: "shippingMethod", match: "any", methods: ["express"] }, { checkout: { shippingMethods: ["Express"] } }, "met"],
    [{ kind: "shippingMethod", match: "none", methods: ["express"] }, { checkout: { shippingMethods: [] } }, "met"],
    [{ kind: "shippingMethod", match: "none", methods: ["express"] }, {}, "unknown"],
    [{ kind: "gateway", match: "any", gateways: ["paypal"] }, { checkout: { gateways: ["gift_card", "paypal"] } }, "met"],
    [{ kind: "gateway", match: "none", gateways: ["paypal"] }, { checkout: { gateways: null } }, "unknown"],
    [{ kind: "salesChannel", match: "any", channels: ["WEB"] }, { checkout: { channel: "web" } }, "met"],
    [{ kind: "salesChannel", match: "none", channels: ["web"] }, { checkout: null }, "unknown"],
    [{ kind: "noteAttribute", name: "gift", match: "any", values: ["yes"] }, noted, "met"],
    [{ kind: "noteAttribute", name: "gift", match: "any", values: [] }, noted, "met"],
    [{ kind: "noteAttribute", name: "size", match: "any", values: [] }, noted, "notMet"],
    [{ kind: "noteAttribute", name: "colour", match: "none", values: [] }, noted, "met"],
    [{ kind: "noteAttribute", name: "gift", match: "none", values: ["no"] }, { checkout: {} }, "unknown"],
    [{ kind: "billingCountry", match: "any", countryCodes: ["IE"] }, { countryCode: "GB", checkout: { billingCountryCode: "IE" } }, "met"],
    [{ kind: "billingCountry", match: "none", countryCodes: ["IE"] }, { countryCode: "GB" }, "unknown"],
    [{ kind: "market", match: "none", markets: ["europe"] }, { checkout: { market: "domestic" } }, "met"],
    [{ kind: "market", match: "any", markets: ["europe"] }, {}, "unknown"],
  ])("%j for %j is %s", (condition, facts, expected) => {
    expect(truth(condition, facts)).toBe(expected);
  });
});

describe("the customer", () => {
  const bought = { customer: { daysSinceBought: { 7: 29, 8: 30 } } };
  test.each<Case>([
    [{ kind: "customerTag", match: "all", tags: ["vip", "press"] }, { customer: { tags: ["VIP", "Press"] } }, "met"],
    [{ kind: "customerTag", match: "only", tags: ["vip"] }, { customer: { tags: ["VIP", "Press"] } }, "notMet"],
    [{ kind: "customerTag", match: "none", tags: ["vip"] }, { customer: { tags: [] } }, "met"],
    [{ kind: "customerTag", match: "none", tags: ["vip"] }, {}, "unknown"],
    [{ kind: "firstOrder", isFirst: true }, { priorOrders: 0 }, "met"],
    [{ kind: "firstOrder", isFirst: false }, { priorOrders: 0 }, "notMet"],
    [{ kind: "firstOrder", isFirst: false }, { priorOrders: null }, "unknown"],
    [{ kind: "daysSinceOrder", min: 30 }, { priorOrders: 2, customer: { daysSinceLastOrder: 30 } }, "met"],
    [{ kind: "daysSinceOrder", max: 29 }, { priorOrders: 2, customer: { daysSinceLastOrder: 30 } }, "notMet"],
    [{ kind: "daysSinceOrder", min: 0 }, { priorOrders: 0 }, "notMet"],
    [{ kind: "daysSinceOrder", min: 0 }, { priorOrders: null }, "unknown"],
    [{ kind: "lifetimeSpend", currency: "GBP", minMinor: 100 }, { customer: { spent: { minor: 100, currency: "GBP" } } }, "met"],
    [{ kind: "lifetimeSpend", currency: "GBP", minMinor: 100 }, { customer: { spent: { minor: 900, currency: "EUR" } } }, "unknown"],
    [{ kind: "pastProduct", match: "any", productIds: [7] }, bought, "met"],
    [{ kind: "pastProduct", match: "all", productIds: [7, 8], withinDays: 30 }, bought, "notMet"],
    [{ kind: "pastProduct", match: "all", productIds: [7, 8], withinDays: 31 }, bought, "met"],
    [{ kind: "pastProduct", match: "none", productIds: [9] }, bought, "met"],
    [{ kind: "pastProduct", match: "none", productIds: [9] }, {}, "unknown"],
    [{ kind: "loggedIn", isLoggedIn: false }, { customer: { isLoggedIn: false } }, "met"],
    [{ kind: "loggedIn", isLoggedIn: false }, { customer: {} }, "unknown"],
    [{ kind: "language", match: "any", languages: ["en"] }, { locale: "en-GB" }, "met"],
    [{ kind: "language", match: "any", languages: ["en-US"] }, { locale: "en-GB" }, "notMet"],
    [{ kind: "language", match: "none", languages: ["fr"] }, { locale: "frr" }, "met"],
  ])("%j for %j is %s", (condition, facts, expected) => {
    expect(truth(condition, facts)).toBe(expected);
  });
});

describe("when and how they came", () => {
  const at = (date: string, time: string, weekday = 6): Partial<OrderFacts> => ({ moment: { date, weekday, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) } });
  test.each<Case>([
    [{ kind: "dateRange", from: "2026-11-21", to: "2026-11-21" }, at("2026-11-21", "23:59"), "met"],
    [{ kind: "dateRange", from: "2026-11-22" }, at("2026-11-21", "23:59"), "notMet"],
    [{ kind: "dateRange", to: "2026-11-20" }, at("2026-11-21", "00:00"), "notMet"],
    [{ kind: "dateRange", to: "2026-11-20" }, {}, "unknown"],
    [{ kind: "timeOfDay", from: "09:00", to: "17:00" }, at("2026-11-21", "09:00"), "met"],
    [{ kind: "timeOfDay", from: "09:00", to: "17:00" }, at("2026-11-21", "17:00"), "notMet"],
    [{ kind: "timeOfDay", from: "22:00", to: "06:00" }, at("2026-11-21", "05:59"), "met"],
    [{ kind: "timeOfDay", from: "22:00", to: "06:00" }, at("2026-11-21", "22:00"), "met"],
    [{ kind: "timeOfDay", from: "22:00", to: "06:00" }, at("2026-11-21", "06:00"), "notMet"],
    [{ kind: "timeOfDay", from: "22:00", to: "06:00" }, {}, "unknown"],
    [{ kind: "weekday", days: [6, 7] }, at("2026-11-21", "12:00"), "met"],
    [{ kind: "weekday", days: [1] }, at("2026-11-21", "12:00"), "notMet"],
    [{ kind: "weekday", days: [1] }, {}, "unknown"],
    [{ kind: "utm", parameter: "source", match: "any", values: ["newsletter"] }, { visit: { utmSource: "Newsletter" } }, "met"],
    [{ kind: "utm", parameter: "medium", match: "none", values: ["email"] }, { visit: { utmMedium: "" } }, "met"],
    [{ kind: "utm", parameter: "campaign", match: "none", values: ["spring"] }, { visit: { utmSource: "x" } }, "unknown"],
  ])("%j for %j is %s", (condition, facts, expected) => {
    expect(truth(condition, facts)).toBe(expected);
  });
});

describe("stock", () => {
  const stock = { 7: 5, 8: 0, 9: "unlimited" } as const;
  test.each<Case>([
    [{ kind: "inventory", match: "all", productIds: [7, 9], min: 5 }, { stock }, "met"],
    [{ kind: "inventory", match: "any", productIds: [7, 8], max: 0 }, { stock }, "met"],
    [{ kind: "inventory", match: "any", productIds: [9], max: 1_000 }, { stock }, "notMet"],
    [{ kind: "inventory", match: "none", productIds: [8], min: 1 }, { stock }, "met"],
    [{ kind: "inventory", match: "any", productIds: [6], min: 1 }, { stock }, "unknown"],
    [{ kind: "inventory", match: "any", productIds: [7], min: 1 }, {}, "unknown"],
  ])("%j for %j is %s", (condition, facts, expected) => {
    expect(truth(condition, facts)).toBe(expected);
  });
});

describe("earlier offers", () => {
  const encounters = { impression: { one: 3, two: 0 }, acceptance: {}, decline: { one: 10 } };
  test.each<[LeafCondition, string | null, Truth]>([
    [{ kind: "encounter", what: "impression", offer: "this", hasHappened: true, withinDays: 4 }, "one", "met"],
    [{ kind: "encounter", what: "impression", offer: "this", hasHappened: true, withinDays: 3 }, "one", "notMet"],
    [{ kind: "encounter", what: "impression", offer: "any", hasHappened: true, withinDays: 1 }, "one", "met"],
    [{ kind: "encounter", what: "decline", offer: "this", hasHappened: false }, "two", "met"],
    [{ kind: "encounter", what: "decline", offer: "any", hasHappened: false }, "two", "notMet"],
    [{ kind: "encounter", what: "acceptance", offer: "any", hasHappened: true }, null, "notMet"],
    [{ kind: "encounter", what: "impression", offer: "this", hasHappened: true }, null, "unknown"],
  ])("%j of offer %s is %s", (condition, offerId, expected) => {
    expect(truth(condition, { encounters }, offerId)).toBe(expected);
  });

  test("are unknown of a guest", () => {
    expect(truth({ kind: "encounter", what: "decline", offer: "any", hasHappened: false }, { encounters: null }, "one")).toBe("unknown");
  });
});

describe("a random share", () => {
  const share = (percent: number, group = ""): LeafCondition => ({ kind: "randomShare", percent, group });
  const customers = Array.from({ length: 20_000 }, (_, index) => `c:${String(index + 1)}`);
  const chosen = (condition: LeafCondition) => new Set(customers.filter((customerKey) => truth(condition, { customerKey }) === "met"));

  test.each([1, 33, 50, 99])("is as large as it says: %i %%", (percent) => {
    expect(Math.abs(chosen(share(percent)).size / customers.length - percent / 100)).toBeLessThan(0.005);
  });

  test("grows without leaving anyone out", () => {
    const half = chosen(share(50));
    expect([...chosen(share(33))].filter((customerKey) => !half.has(customerKey))).toEqual([]);
  });

  test("is drawn anew for another group", () => {
    const others = chosen(share(50, "autumn"));
    expect([...chosen(share(50))].filter((customerKey) => others.has(customerKey)).length / customers.length).toBeCloseTo(0.25, 2);
  });

  test("goes by the customer, and by the purchase where there is none", () => {
    expect(new Set(["a", "b", "c", "d", "e", "f", "g", "h"].map((referenceId) => truth(share(50), { customerKey: "c:1", referenceId }))).size).toBe(1);
    expect(new Set(["a", "b", "c", "d", "e", "f", "g", "h"].map((referenceId) => truth(share(50), { customerKey: null, referenceId }))).size).toBe(2);
  });
});
