import { z } from "zod";

/**
 * Which events a shop sends to Flow, and who counts as valued: whoever has placed so many orders in so many days, and
 * spent so much on them net of refunds. Cancelled and test orders do not count.
 */
export const FlowSettings = z.object({
  reorderDue: z.boolean().default(true),
  offerAccepted: z.boolean().default(true),
  valuedCustomer: z.boolean().default(true),
  valuedOrders: z.int("Use a whole number").min(2, "Use 2 to 100").max(100, "Use 2 to 100").default(3),
  valuedDays: z.int("Use whole days").min(30, "Use 30 to 730 days").max(730, "Use 30 to 730 days").default(365),
  valuedSpentMinor: z.int("Enter an amount").nonnegative("Enter an amount of 0 or more").default(0),
});
export type FlowSettings = z.infer<typeof FlowSettings>;

export function defaultFlowSettings(): FlowSettings {
  return FlowSettings.parse({});
}

export type FlowSettingsErrors = Partial<Record<keyof FlowSettings, string>>;

/** Form input as settings, or the first objection to each field. */
export function parseFlowSettings(input: unknown): { ok: true; settings: FlowSettings } | { ok: false; errors: FlowSettingsErrors } {
  const parsed = FlowSettings.safeParse(input);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[path.map(String).join(".")] ??= message;
  return { ok: false, errors };
}
