import { z } from "zod";
import { BillingCountryCondition } from "./conditions/billing-country";
import { CollectionCondition } from "./conditions/collection";
import { CountryCondition } from "./conditions/country";
import { CurrencyCondition } from "./conditions/currency";
import { CustomerOrderCountCondition } from "./conditions/customer-order-count";
import { CustomerTagCondition } from "./conditions/customer-tag";
import { DateRangeCondition } from "./conditions/date-range";
import { DaysSinceOrderCondition } from "./conditions/days-since-order";
import { DiscountCodeCondition } from "./conditions/discount-code";
import { DiscountShareCondition } from "./conditions/discount-share";
import { EncounterCondition } from "./conditions/encounter";
import { FirstOrderCondition } from "./conditions/first-order";
import { GatewayCondition } from "./conditions/gateway";
import { InventoryCondition } from "./conditions/inventory";
import { ItemCountCondition } from "./conditions/item-count";
import { LanguageCondition } from "./conditions/language";
import { LifetimeSpendCondition } from "./conditions/lifetime-spend";
import { LineCountCondition } from "./conditions/line-count";
import { LoggedInCondition } from "./conditions/logged-in";
import { MarketCondition } from "./conditions/market";
import { MetafieldCondition } from "./conditions/metafield";
import { NoteAttributeCondition } from "./conditions/note-attribute";
import { OrderValueCondition } from "./conditions/order-value";
import { PastProductCondition } from "./conditions/past-product";
import { ProductCondition } from "./conditions/product";
import { ProductTypeCondition } from "./conditions/product-type";
import { PurchaseTypeCondition } from "./conditions/purchase-type";
import { QuantityCondition } from "./conditions/quantity";
import { RandomShareCondition } from "./conditions/random-share";
import { SalesChannelCondition } from "./conditions/sales-channel";
import { ShippingMethodCondition } from "./conditions/shipping-method";
import { SubtotalCondition } from "./conditions/subtotal";
import { TagCondition } from "./conditions/tag";
import { TimeOfDayCondition } from "./conditions/time-of-day";
import { UtmCondition } from "./conditions/utm";
import { VariantCondition } from "./conditions/variant";
import { VariantNameCondition } from "./conditions/variant-name";
import { VendorCondition } from "./conditions/vendor";
import { WeekdayCondition } from "./conditions/weekday";
import { MAX_CONDITIONS, MAX_DEPTH } from "./limits";

/** A further kind joins by its file in conditions/, its name here, and one case wherever the compiler then asks for it. */
export const LeafCondition = z.discriminatedUnion("kind", [
  ProductCondition, VariantCondition, VariantNameCondition, CollectionCondition, TagCondition, VendorCondition,
  ProductTypeCondition, MetafieldCondition, QuantityCondition, PurchaseTypeCondition, InventoryCondition, OrderValueCondition,
  SubtotalCondition, LineCountCondition, ItemCountCondition, DiscountCodeCondition, DiscountShareCondition,
  ShippingMethodCondition, GatewayCondition, SalesChannelCondition, NoteAttributeCondition, CustomerTagCondition,
  CustomerOrderCountCondition, FirstOrderCondition, DaysSinceOrderCondition, LifetimeSpendCondition, PastProductCondition,
  LoggedInCondition, LanguageCondition, CountryCondition, BillingCountryCondition, MarketCondition, CurrencyCondition,
  UtmCondition, DateRangeCondition, TimeOfDayCondition, WeekdayCondition, RandomShareCondition, EncounterCondition,
], { error: noSuchKind });
export type LeafCondition = z.infer<typeof LeafCondition>;
export type LeafKind = LeafCondition["kind"];

/** `all` and `none` of nothing are met, `any` of nothing is not. */
export interface ConditionGroup {
  kind: "all" | "any" | "none";
  conditions: Condition[];
}
export type Condition = LeafCondition | ConditionGroup;

export function isGroup(condition: Condition): condition is ConditionGroup {
  return condition.kind === "all" || condition.kind === "any" || condition.kind === "none";
}

// z.lazy would recurse as deep as the input goes; unrolled to the allowed depth, a hostile tree cannot exhaust the stack.
function groupOfDepth(depth: number): z.ZodType<ConditionGroup> {
  const inner = depth <= 1 ? null : groupOfDepth(depth - 1);
  return z.object({ kind: z.enum(["all", "any", "none"]), conditions: z.array(memberOf(inner)) });
}

/** Picks the schema by the kind of the member, so that the messages speak of what staff chose. */
function memberOf(Group: z.ZodType<ConditionGroup> | null): z.ZodType<Condition> {
  return z.unknown().transform((value, context): Condition => {
    const parsed = hasGroupKind(value) ? (Group ?? TooDeep).safeParse(value) : LeafCondition.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.addIssue({ code: "custom", message: issue.message, path: issue.path });
    return z.NEVER;
  });
}

const TooDeep = z.never(`Groups may be nested ${MAX_DEPTH} deep at most`);

function hasGroupKind(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value && (value.kind === "all" || value.kind === "any" || value.kind === "none");
}

/** How many conditions and groups a tree holds, the outermost group not counted. */
export function countConditions(group: ConditionGroup): number {
  return group.conditions.reduce((sum, condition) => sum + 1 + (isGroup(condition) ? countConditions(condition) : 0), 0);
}

/** A rule as staff edit it: at most MAX_DEPTH deep and MAX_CONDITIONS large. */
export const Rule: z.ZodType<ConditionGroup> = groupOfDepth(MAX_DEPTH).superRefine((rule, context) => {
  if (countConditions(rule) > MAX_CONDITIONS) context.addIssue({ code: "custom", message: `At most ${MAX_CONDITIONS} conditions` });
});

/** A kind that this version does not know is named, so that a rule from elsewhere says what it needs. */
function noSuchKind({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== "object" || input === null || !("kind" in input) || typeof input.kind !== "string") return "Not a condition";
  return `There is no condition of the kind “${input.kind.slice(0, 40)}”`;
}
