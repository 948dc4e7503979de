import { z } from "zod";
import { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { CandidateReason, GeneralReason, ProductReason } from "../../domain/decisions/decision";
import { Placement } from "../../domain/offers/placement";
import { StoredCourtesy } from "./stored-courtesy";
import { StoredEvidence } from "./stored-evidence";

const Product = z.object({
  productId: z.number(),
  code: z.enum(["missing", "notActive", "unpublished", "giftCard", "free", "soldOut", "inOrder",
    "staffExcluded", "ownedNotRebought", "declinedProduct", "boughtAsGift", "tooLittleEvidence", "boughtAtFullPrice", "otherPriceShown"]),
}) satisfies z.ZodType<ProductReason>;

const offer = { offerId: z.string(), offerVersion: z.number() };
const Strategy = z.enum(["manual", "boughtTogether", "priceLadder", "downsell", "reorder", "bestseller", "collectionLink", "coupon", "thankYouOnly"]);
const rule = { path: z.string(), kind: z.string() };
const Candidate = z.discriminatedUnion("code", [
  // Evidence of a kind that this version does not know is left out.
  z.object({ ...offer, code: z.literal("chosen"), productId: z.number().optional(), evidence: StoredEvidence.optional().catch(undefined) }),
  z.object({ ...offer, code: z.literal("lowerPriority") }),
  z.object({ ...offer, code: z.literal("lessValue") }),
  z.object({ ...offer, code: z.literal("notActive") }),
  z.object({ ...offer, code: z.literal("notScheduled"), when: z.enum(["before", "after"]) }),
  z.object({ ...offer, ...rule, code: z.literal("ruleNotMet") }),
  z.object({ ...offer, ...rule, code: z.literal("ruleUnknown") }),
  z.object({ ...offer, code: z.literal("declinedBefore") }),
  z.object({ ...offer, code: z.literal("acceptedBefore") }),
  z.object({ ...offer, code: z.literal("noProduct"), products: z.array(Product) }),
  z.object({ ...offer, code: z.literal("nothingFound"), strategy: Strategy }),
  z.object({ ...offer, code: z.literal("notForPlacement"), strategy: Strategy }),
  z.object({ ...offer, code: z.literal("livesElsewhere"), placement: Placement }),
  z.object({ ...offer, code: z.literal("onlyAfterDecline") }),
  z.object({ ...offer, code: z.literal("notAfterDecline") }),
  z.object({ ...offer, code: z.literal("thanked") }),
  z.object({ ...offer, code: z.literal("onlyThanks") }),
  z.object({ ...offer, code: z.literal("declinedOffer"), declinedAt: z.string() }),
  z.object({ ...offer, code: z.literal("giftOrder"), confidence: GiftConfidence }),
]) satisfies z.ZodType<CandidateReason>;

const General = z.enum([
  "noOffers", "switchedOff", "holdOut", "otherCurrency", "alreadyDecided", "optedOut", "openCase", "quietAfterCase", "firstOrder", "funnelEnded",
  "quietAfterAcceptance", "quietAfterDecline", "impressionCap", "planLimit", "capReached",
]) satisfies z.ZodType<GeneralReason>;

/** The reasons column of a decision; `main` alone is left of those that retention has emptied. */
export const StoredReasons = z.object({ general: General.nullable(), courtesy: StoredCourtesy.optional(), candidates: z.array(Candidate), main: z.string().optional() });
export type StoredReasons = z.infer<typeof StoredReasons>;
