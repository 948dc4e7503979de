import { z } from "zod";

/** What the card "Try it on your past orders" can ask for; the draft is checked on its own, because its faults belong to its fields. */
export const BacktestAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start"), offerId: z.uuid().nullable(), draft: z.string().max(500_000) }),
  z.object({ intent: z.literal("cancel"), runId: z.uuid() }),
]);
