import { z } from "zod";
import { parseMinor } from "../money/money";

/** A cap as staff type it: a positive decimal of the shop's currency, in minor units. */
export function parseCap(typed: string, currency: string): number | null {
  const text = typed.trim().replace(",", ".");
  if (!/^\d{1,9}(\.\d+)?$/.test(text)) return null;
  try {
    const minor = parseMinor(text, currency);
    return minor > 0 ? minor : null;
  } catch {
    return null;
  }
}

export const BillingAction = z.union([
  z.object({ intent: z.literal("choose"), plan: z.enum(["free", "flat"]) }),
  z.object({ intent: z.literal("choose"), plan: z.literal("usage"), cap: z.string().max(30) }),
  z.object({ intent: z.literal("raiseCap"), cap: z.string().max(30) }),
]);
