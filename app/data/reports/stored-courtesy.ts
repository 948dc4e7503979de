import { z } from "zod";
import type { GeneralCourtesyReason } from "../../domain/courtesy/reason";

const kind = z.enum(["return", "refund", "dispute"]);

/** The figures behind a general reason of courtesy. */
export const StoredCourtesy = z.discriminatedUnion("code", [
  z.object({ code: z.literal("optedOut"), since: z.string() }),
  z.object({ code: z.literal("heldOut"), percent: z.number() }),
  z.object({ code: z.literal("openCase"), kind, openedAt: z.string() }),
  z.object({ code: z.literal("quietAfterCase"), kind, until: z.string() }),
  z.object({ code: z.literal("firstOrder"), isKnown: z.boolean() }),
  z.object({ code: z.literal("funnelEnded"), pages: z.number() }),
  z.object({ code: z.literal("quietAfterAcceptance"), until: z.string() }),
  z.object({ code: z.literal("quietAfterDecline"), until: z.string() }),
  z.object({ code: z.literal("impressionCap"), impressions: z.number(), cap: z.number(), until: z.string() }),
]) satisfies z.ZodType<GeneralCourtesyReason>;
