import { z } from "zod";
import { typedMinor } from "../money/typed-amount";

/** A cap as staff type it: a positive decimal of the shop's currency, in minor units. */
export function parseCap(typed: string, currency: string): number | null {
  const minor = typedMinor(typed, currency);
  return minor !== null && minor > 0 && /^\s*\d{1,9}(?!\d)/.test(typed) ? minor : null;
}

export const BillingAction = z.union([
  z.object({ intent: z.literal("choose"), plan: z.enum(["free", "flat"]) }),
  z.object({ intent: z.literal("choose"), plan: z.literal("usage"), cap: z.string().max(30) }),
  z.object({ intent: z.literal("raiseCap"), cap: z.string().max(30) }),
]);
