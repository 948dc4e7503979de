import { z } from "zod";
import type { ChangesetRequest, DecisionRequest, ImpressionRequest, OutcomeRequest } from "./contract";

const decisionId = z.uuid();
const errorCode = z.string().regex(/^[a-z_]{1,60}$/);

export const DecisionBody = z.object({ after: decisionId.optional() }) satisfies z.ZodType<DecisionRequest>;

export const ImpressionBody = z.object({ decisionId }) satisfies z.ZodType<ImpressionRequest>;

export const ChangesetBody = z.object({
  decisionId,
  offerId: z.uuid(),
  variantId: z.int().positive(),
  quantity: z.int().positive().max(1_000),
}) satisfies z.ZodType<ChangesetRequest>;

export const OutcomeBody = z.discriminatedUnion("outcome", [
  z.object({ decisionId, outcome: z.literal("declined") }),
  z.object({ decisionId, outcome: z.literal("applied") }),
  z.object({ decisionId, outcome: z.enum(["unpaid", "failed"]), errorCode }),
]) satisfies z.ZodType<OutcomeRequest>;
