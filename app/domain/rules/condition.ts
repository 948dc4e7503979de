import { z } from "zod";
import { CollectionCondition } from "./conditions/collection";
import { CountryCondition } from "./conditions/country";
import { CurrencyCondition } from "./conditions/currency";
import { CustomerOrderCountCondition } from "./conditions/customer-order-count";
import { DiscountCodeCondition } from "./conditions/discount-code";
import { ItemCountCondition } from "./conditions/item-count";
import { OrderValueCondition } from "./conditions/order-value";
import { ProductCondition } from "./conditions/product";
import { ProductTypeCondition } from "./conditions/product-type";
import { TagCondition } from "./conditions/tag";
import { VariantCondition } from "./conditions/variant";
import { VendorCondition } from "./conditions/vendor";
import { rangeProblem } from "./range";

/** A further kind joins by its file in conditions/, its name here, and one case in `evaluate` and in `describe`. */
export const LeafCondition = z.discriminatedUnion("kind", [
  ProductCondition, VariantCondition, CollectionCondition, TagCondition, VendorCondition, ProductTypeCondition,
  OrderValueCondition, ItemCountCondition, CustomerOrderCountCondition, CountryCondition, CurrencyCondition, DiscountCodeCondition,
]);
export type LeafCondition = z.infer<typeof LeafCondition>;
export type LeafKind = LeafCondition["kind"];

/** `all` and `none` of nothing are met, `any` of nothing is not. */
export interface ConditionGroup {
  kind: "all" | "any" | "none";
  conditions: Condition[];
}
export type Condition = LeafCondition | ConditionGroup;

/** Groups inside groups, the outermost counted. */
export const MAX_DEPTH = 5;
/** Conditions and groups together, the outermost group not counted. */
export const MAX_CONDITIONS = 100;

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

/** A rule as staff edit it: at most MAX_DEPTH deep and MAX_CONDITIONS large, limits in order. */
export const Rule: z.ZodType<ConditionGroup> = groupOfDepth(MAX_DEPTH).superRefine((rule, context) => {
  if (countConditions(rule) > MAX_CONDITIONS) context.addIssue({ code: "custom", message: `At most ${MAX_CONDITIONS} conditions` });
  for (const { path, message } of limitProblems(rule, [])) context.addIssue({ code: "custom", path, message });
});

function limitProblems(group: ConditionGroup, above: (string | number)[]): { path: (string | number)[]; message: string }[] {
  return group.conditions.flatMap((condition, index) => {
    const path = [...above, "conditions", index];
    if (isGroup(condition)) return limitProblems(condition, path);
    const message = limitProblem(condition);
    return message === null ? [] : [{ path, message }];
  });
}

function limitProblem(condition: LeafCondition): string | null {
  if (condition.kind === "orderValue") return rangeProblem(condition.minMinor, condition.maxMinor);
  if (condition.kind === "itemCount" || condition.kind === "customerOrderCount") return rangeProblem(condition.min, condition.max);
  return null;
}
