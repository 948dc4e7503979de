import { z } from "zod";
import type { CandidateReason, GeneralReason, ProductReason } from "../../domain/decisions/decision";

const Product = z.object({
  productId: z.number(),
  code: z.enum(["missing", "notActive", "unpublished", "giftCard", "free", "soldOut", "inOrder"]),
}) satisfies z.ZodType<ProductReason>;

const offer = { offerId: z.string(), offerVersion: z.number() };
const rule = { path: z.string(), kind: z.string() };
const Candidate = z.discriminatedUnion("code", [
  z.object({ ...offer, code: z.literal("chosen") }),
  z.object({ ...offer, code: z.literal("lowerPriority") }),
  z.object({ ...offer, code: z.literal("notActive") }),
  z.object({ ...offer, code: z.literal("notScheduled"), when: z.enum(["before", "after"]) }),
  z.object({ ...offer, ...rule, code: z.literal("ruleNotMet") }),
  z.object({ ...offer, ...rule, code: z.literal("ruleUnknown") }),
  z.object({ ...offer, code: z.literal("declinedBefore") }),
  z.object({ ...offer, code: z.literal("acceptedBefore") }),
  z.object({ ...offer, code: z.literal("noProduct"), products: z.array(Product) }),
]) satisfies z.ZodType<CandidateReason>;

const General = z.enum(["noOffers", "holdOut", "otherCurrency", "alreadyDecided"]) satisfies z.ZodType<GeneralReason>;

/** The reasons column of a decision. */
export const StoredReasons = z.object({ general: General.nullable(), candidates: z.array(Candidate) });
export type StoredReasons = z.infer<typeof StoredReasons>;
