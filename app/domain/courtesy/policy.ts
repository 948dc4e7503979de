import { z } from "zod";
import { GiftConfidence } from "./gift-confidence";

function days(what: string, max: number) {
  return z.int(`${what}: use whole days`).min(0, `${what}: use 0 to ${max} days`).max(max, `${what}: use 0 to ${max} days`);
}

function count(what: string, min: number, max: number) {
  return z.int(`${what}: use a whole number`).min(min, `${what}: use ${min} to ${max}`).max(max, `${what}: use ${min} to ${max}`);
}

/**
 * A shop's courtesy policy, one for all placements. What is missing takes its default, so `{}` is a whole policy and an
 * older saved one stays valid when a limit joins. That an offer is never repeated after no, and that an opt-out holds
 * for good, are no settings.
 */
export const CourtesyPolicy = z.object({
  /** Of this form; a later form is read by a converter from it. */
  version: z.literal(1).default(1),
  impressionsPer30Days: count("Offers in 30 days", 1, 60).default(4),
  quietDaysAfterDecline: days("Quiet after a no", 365).default(14),
  quietDaysAfterAcceptance: days("Quiet after a yes", 365).default(7),
  quietDaysAfterCase: days("Quiet after a return, refund or dispute", 365).default(7),
  /** Rest of a product that was declined, whatever other offer holds it. */
  restDaysOfDeclinedProduct: days("Rest of a declined product", 730).default(90),
  isFirstOrderThanksOnly: z.boolean().default(false),
  /** From this confidence on an order counts as a gift; null draws inferences from gift orders too. */
  giftsFrom: GiftConfidence.nullable().default("likely"),
  /** Least evidence before anything is inferred. */
  minOrders: count("Least orders", 2, 1_000).default(5),
  minCustomers: count("Least customers", 2, 1_000).default(3),
  /** No discount for so long on what was bought at full price. */
  regretDays: days("No discount after full price", 365).default(30),
  /** After a no, the second page may show the same product for less. */
  mayImproveDeclined: z.boolean().default(false),
});
export type CourtesyPolicy = z.infer<typeof CourtesyPolicy>;

/** The policy of a shop that never touched it. */
export function defaultCourtesyPolicy(): CourtesyPolicy {
  return CourtesyPolicy.parse({});
}
