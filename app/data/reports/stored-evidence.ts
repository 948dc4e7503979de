import { z } from "zod";
import type { CandidateEvidence } from "../../domain/strategies/evidence";

const Moved = z.object({ customers: z.number(), ofCustomers: z.number(), orders: z.number() });

/** What spoke for a chosen product. */
export const StoredEvidence = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("staffChoice"), place: z.number() }),
  z.object({ kind: z.literal("pinned"), withProductId: z.number() }),
  z.object({ kind: z.literal("boughtTogether"), withProductId: z.number(), orders: z.number(), ofOrders: z.number(), expected: z.number(), customers: z.number(), isInNextOrder: z.literal(true).optional(), fitsPast: z.literal(true).optional() }),
  z.object({ kind: z.literal("sameCollection"), withProductId: z.number(), collectionId: z.number(), size: z.number() }),
  z.object({ kind: z.literal("sameTag"), withProductId: z.number(), tag: z.string(), size: z.number() }),
  z.object({ kind: z.literal("similarPrice"), priceMinor: z.number(), aroundMinor: z.number() }),
  z.object({ kind: z.literal("bestseller"), orders: z.number(), days: z.number() }),
  z.object({ kind: z.literal("nextUp"), fromProductId: z.number(), fromMinor: z.number(), toMinor: z.number(), moved: Moved.nullable() }),
  z.object({
    kind: z.literal("downsell"), way: z.enum(["cheaper", "smaller", "betterDiscount"]), place: z.number(), fromProductId: z.number(),
    fromMinor: z.number(), toMinor: z.number(),
  }),
  z.object({ kind: z.literal("dueAgain"), timesBought: z.number(), dueFrom: z.string(), dueUntil: z.string(), repeats: z.number(), repeatCustomers: z.number() }),
]) satisfies z.ZodType<CandidateEvidence>;
