import fc from "fast-check";
import type { CatalogueFacts, LineFacts, OrderFacts } from "../../app/domain/orders/order-facts";
import type { Condition, ConditionGroup, LeafCondition } from "../../app/domain/rules/condition";
import { buildFacts } from "./domain-builders";

/** Few values, so that rules and orders meet often. */
const id = fc.integer({ min: 1, max: 6 });
const text = fc.constantFrom("red", "Large", "Gift", "web", "card", "a b");
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 4 });
const optionalTexts = fc.uniqueArray(text, { maxLength: 3 });
const match = fc.constantFrom("any" as const, "all" as const, "none" as const, "only" as const);
const part = fc.constantFrom("any" as const, "all" as const, "none" as const);
const one = fc.constantFrom("any" as const, "none" as const);
const country = fc.constantFrom("GB", "IE", "DE");
const countryCodes = fc.uniqueArray(country, { minLength: 1 });

/** At least one of two ends, in order. */
function ends<From extends string, To extends string, Value>(from: From, to: To, value: fc.Arbitrary<Value>): fc.Arbitrary<Partial<Record<From | To, Value>>> {
  return fc.tuple(value, value, fc.constantFrom("both", "from", "to")).map(([one, other, open]) => {
    const [low, high] = one <= other ? [one, other] : [other, one];
    // A record of the two names and no other.
    return { ...(open !== "to" && { [from]: low }), ...(open !== "from" && { [to]: high }) } as Partial<Record<From | To, Value>>;
  });
}
const range = ends("min", "max", fc.integer({ min: 0, max: 8 }));
const percents = ends("min", "max", fc.integer({ min: 0, max: 100 }));
const amounts = ends("minMinor", "maxMinor", fc.integer({ min: 0, max: 9_000 }));
const within = fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }).map((withinDays) => (withinDays === undefined ? {} : { withinDays }));
const hour = fc.integer({ min: 0, max: 23 }).map((value) => `${String(value).padStart(2, "0")}:30`);
const day = fc.integer({ min: 10, max: 28 }).map((value) => `2026-11-${value}`);

const kind = <Kind extends LeafCondition["kind"]>(name: Kind) => ({ kind: fc.constant(name) });
const money = { currency: fc.constant("GBP") };
const items: fc.Arbitrary<Extract<LeafCondition, { kind: "quantity" }>["items"]> = fc.oneof(
  fc.record({ of: fc.constantFrom("product" as const, "variant" as const, "collection" as const), ids }),
  fc.record({ of: fc.constantFrom("tag" as const, "vendor" as const, "productType" as const), texts }),
);

/** A valid condition of every kind; the type asks for each. */
export const leaves: { [Kind in LeafCondition["kind"]]: fc.Arbitrary<Extract<LeafCondition, { kind: Kind }>> } = {
  product: fc.record({ ...kind("product"), match, productIds: ids }),
  variant: fc.record({ ...kind("variant"), match, variantIds: ids }),
  variantName: fc.record({ ...kind("variantName"), match, names: texts }),
  collection: fc.record({ ...kind("collection"), match, collectionIds: ids }),
  tag: fc.record({ ...kind("tag"), match, tags: texts }),
  vendor: fc.record({ ...kind("vendor"), match, vendors: texts }),
  productType: fc.record({ ...kind("productType"), match, productTypes: texts }),
  metafield: fc.record({ ...kind("metafield"), key: fc.constantFrom("custom.colour", "custom.size"), match, values: texts }),
  quantity: fc.tuple(fc.record({ ...kind("quantity"), items }), range).map(([condition, limits]) => ({ ...condition, ...limits })),
  purchaseType: fc.record({ ...kind("purchaseType"), match: fc.constantFrom("any" as const, "none" as const, "only" as const), type: fc.constantFrom("subscription" as const, "oneTime" as const) }),
  inventory: fc.tuple(fc.record({ ...kind("inventory"), match: part, productIds: ids }), range).map(([condition, limits]) => ({ ...condition, ...limits })),
  orderValue: fc.tuple(fc.record({ ...kind("orderValue"), ...money }), amounts).map(([condition, limits]) => ({ ...condition, ...limits })),
  subtotal: fc.tuple(fc.record({ ...kind("subtotal"), ...money }), amounts).map(([condition, limits]) => ({ ...condition, ...limits })),
  lineCount: range.map((limits) => ({ kind: "lineCount" as const, ...limits })),
  itemCount: range.map((limits) => ({ kind: "itemCount" as const, ...limits })),
  discountCode: fc.record({ ...kind("discountCode"), match: one, codes: optionalTexts }),
  discountShare: percents.map((limits) => ({ kind: "discountShare" as const, ...limits })),
  shippingMethod: fc.record({ ...kind("shippingMethod"), match: one, methods: texts }),
  gateway: fc.record({ ...kind("gateway"), match: one, gateways: texts }),
  salesChannel: fc.record({ ...kind("salesChannel"), match: one, channels: texts }),
  noteAttribute: fc.record({ ...kind("noteAttribute"), name: text, match: one, values: optionalTexts }),
  customerTag: fc.record({ ...kind("customerTag"), match, tags: texts }),
  customerOrderCount: range.map((limits) => ({ kind: "customerOrderCount" as const, ...limits })),
  firstOrder: fc.record({ ...kind("firstOrder"), isFirst: fc.boolean() }),
  daysSinceOrder: range.map((limits) => ({ kind: "daysSinceOrder" as const, ...limits })),
  lifetimeSpend: fc.tuple(fc.record({ ...kind("lifetimeSpend"), ...money }), amounts).map(([condition, limits]) => ({ ...condition, ...limits })),
  pastProduct: fc.tuple(fc.record({ ...kind("pastProduct"), match: part, productIds: ids }), within).map(([condition, days]) => ({ ...condition, ...days })),
  loggedIn: fc.record({ ...kind("loggedIn"), isLoggedIn: fc.boolean() }),
  language: fc.record({ ...kind("language"), match: one, languages: fc.uniqueArray(fc.constantFrom("en", "en-GB", "fr"), { minLength: 1 }) }),
  country: fc.record({ ...kind("country"), match: one, countryCodes }),
  billingCountry: fc.record({ ...kind("billingCountry"), match: one, countryCodes }),
  market: fc.record({ ...kind("market"), match: one, markets: texts }),
  currency: fc.record({ ...kind("currency"), match: one, currencies: fc.uniqueArray(fc.constantFrom("GBP", "EUR"), { minLength: 1 }) }),
  utm: fc.record({ ...kind("utm"), parameter: fc.constantFrom("source" as const, "medium" as const, "campaign" as const), match: one, values: texts }),
  dateRange: ends("from", "to", day).map((limits) => ({ kind: "dateRange" as const, ...limits })),
  timeOfDay: fc.record({ ...kind("timeOfDay"), from: hour, to: hour }).filter(({ from, to }) => from !== to),
  weekday: fc.record({ ...kind("weekday"), days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) }),
  randomShare: fc.record({ ...kind("randomShare"), percent: fc.integer({ min: 1, max: 99 }), group: fc.constantFrom("", "autumn") }),
  encounter: fc.tuple(fc.record({ ...kind("encounter"), what: fc.constantFrom("impression" as const, "acceptance" as const, "decline" as const), offer: fc.constantFrom("this" as const, "any" as const), hasHappened: fc.boolean() }), within)
    .map(([condition, days]) => ({ ...condition, ...days })),
};

export const anyLeaf: fc.Arbitrary<LeafCondition> = fc.oneof(...Object.values(leaves));

const tree = fc.letrec<{ node: Condition; group: ConditionGroup }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, anyLeaf, tie("group")),
  group: fc.record({ kind: fc.constantFrom("all" as const, "any" as const, "none" as const), conditions: fc.array(tie("node"), { maxLength: 4 }) }),
}));
/** A rule within every limit. */
export const anyRule: fc.Arbitrary<ConditionGroup> = tree.group;

const unsure = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const days = fc.dictionary(id.map(String), fc.integer({ min: 0, max: 100 }), { noNullPrototype: true });
const offerDays = fc.dictionary(fc.constantFrom("offer-1", "offer-2"), fc.integer({ min: 0, max: 100 }), { noNullPrototype: true });
const spelt = fc.oneof(text, text.map((value) => ` ${value.toUpperCase()} `));

const catalogue: fc.Arbitrary<CatalogueFacts> = fc.record({ collectionIds: fc.uniqueArray(id), tags: fc.array(spelt, { maxLength: 3 }), vendor: spelt, productType: spelt });
const line: fc.Arbitrary<LineFacts> = fc.record({
  productId: id, variantId: id, quantity: fc.integer({ min: 1, max: 4 }), totalMinor: fc.integer({ min: 0, max: 4_000 }), catalogue: unsure(catalogue),
  variantTitle: unsure(fc.oneof(spelt, fc.tuple(text, text).map((parts) => parts.join(" / ")))), isSubscription: unsure(fc.boolean()),
  metafields: unsure(fc.array(fc.record({ key: fc.constantFrom("custom.colour", "custom.size"), value: unsure(spelt) }), { maxLength: 2 })),
});

/** Orders of which more or less is known. */
export const anyFacts: fc.Arbitrary<OrderFacts> = fc.record({
  currency: fc.constantFrom("GBP", "EUR"), countryCode: unsure(country), locale: fc.constantFrom("en", "en-GB", "fr-CA"),
  totalMinor: fc.integer({ min: 0, max: 9_000 }), lines: fc.array(line, { maxLength: 4 }), customerKey: unsure(fc.constantFrom("c:1", "c:2")),
  priorOrders: unsure(fc.integer({ min: 0, max: 4 })), discountCodes: unsure(fc.array(spelt, { maxLength: 2 })),
  checkout: unsure(fc.record({
    discountMinor: unsure(fc.integer({ min: 0, max: 2_000 })), shippingMethods: unsure(fc.array(spelt, { maxLength: 2 })), gateways: unsure(fc.array(spelt, { maxLength: 2 })),
    channel: unsure(spelt), noteAttributes: unsure(fc.array(fc.record({ name: spelt, value: spelt }), { maxLength: 2 })), billingCountryCode: unsure(country), market: unsure(spelt),
  })),
  customer: unsure(fc.record({
    tags: unsure(fc.array(spelt, { maxLength: 2 })), isLoggedIn: unsure(fc.boolean()), daysSinceLastOrder: unsure(fc.integer({ min: 0, max: 9 })), daysSinceBought: unsure(days),
    spent: unsure(fc.record({ minor: fc.integer({ min: 0, max: 9_000 }), currency: fc.constantFrom("GBP", "EUR") })),
  })),
  visit: unsure(fc.record({ utmSource: unsure(spelt), utmMedium: unsure(spelt), utmCampaign: unsure(spelt) })),
  moment: unsure(fc.record({ date: day, minute: fc.integer({ min: 0, max: 1_439 }), weekday: fc.integer({ min: 1, max: 7 }) })),
  stock: unsure(fc.dictionary(id.map(String), fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant("unlimited" as const)), { noNullPrototype: true })),
  encounters: unsure(fc.record({ impression: offerDays, acceptance: offerDays, decline: offerDays })),
}).map(buildFacts);
