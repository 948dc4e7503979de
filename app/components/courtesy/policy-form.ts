import type { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import { CourtesyPolicy } from "../../domain/courtesy/policy";

/** Limits that are typed as a number. */
export const countFields = [
  "impressionsPer30Days", "quietDaysAfterDecline", "quietDaysAfterAcceptance", "quietDaysAfterCase", "restDaysOfDeclinedProduct",
  "minOrders", "minCustomers", "regretDays",
] as const satisfies readonly (keyof CourtesyPolicy)[];
export type CountField = (typeof countFields)[number];

/** A policy while it is being edited: numbers as typed, so that nothing is lost when they are wrong. */
export interface PolicyForm {
  counts: Record<CountField, string>;
  isFirstOrderThanksOnly: boolean;
  mayImproveDeclined: boolean;
  giftsFrom: GiftConfidence | "never";
}

/** Messages by limit, the first of each. */
export type PolicyErrors = Record<string, string>;

export function policyToForm(policy: CourtesyPolicy): PolicyForm {
  const { isFirstOrderThanksOnly, mayImproveDeclined, giftsFrom } = policy;
  const counts: Record<CountField, string> = {
    impressionsPer30Days: String(policy.impressionsPer30Days),
    quietDaysAfterDecline: String(policy.quietDaysAfterDecline),
    quietDaysAfterAcceptance: String(policy.quietDaysAfterAcceptance),
    quietDaysAfterCase: String(policy.quietDaysAfterCase),
    restDaysOfDeclinedProduct: String(policy.restDaysOfDeclinedProduct),
    minOrders: String(policy.minOrders),
    minCustomers: String(policy.minCustomers),
    regretDays: String(policy.regretDays),
  };
  return { counts, isFirstOrderThanksOnly, mayImproveDeclined, giftsFrom: giftsFrom ?? "never" };
}

/** What is sent to be checked and saved: the shape of a policy, with NaN where a number was typed wrongly. */
export function formToPolicy({ counts, isFirstOrderThanksOnly, mayImproveDeclined, giftsFrom }: PolicyForm): Record<string, unknown> {
  const numbers = Object.fromEntries(countFields.map((field) => [field, wholeNumber(counts[field])]));
  return { ...numbers, isFirstOrderThanksOnly, mayImproveDeclined, giftsFrom: giftsFrom === "never" ? null : giftsFrom };
}

/** The policy, or the first message of each limit that is wrong. */
export function parsePolicy(input: unknown): { ok: true; policy: CourtesyPolicy } | { ok: false; errors: PolicyErrors } {
  const parsed = CourtesyPolicy.safeParse(input);
  if (parsed.success) return { ok: true, policy: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
  return { ok: false, errors };
}

/** The policy that is typed, or what is wrong with it. */
export function readForm(form: PolicyForm): { ok: true; settings: CourtesyPolicy } | { ok: false; errors: PolicyErrors } {
  const parsed = parsePolicy(formToPolicy(form));
  return parsed.ok ? { ok: true, settings: parsed.policy } : parsed;
}

export function saveRequest(policy: CourtesyPolicy): { intent: "save"; policy: string } {
  return { intent: "save", policy: JSON.stringify(policy) };
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
}
