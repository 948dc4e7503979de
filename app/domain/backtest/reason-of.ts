import type { CandidateReason, Decision, GeneralReason, ProductReason } from "../decisions/decision";
import type { ReplayReason } from "./result";

/** What a decision says of one of its offers. */
export function reasonOf({ general, courtesy, candidates }: Decision, offerId: string): ReplayReason {
  const candidate = candidates.find((entry) => entry.offerId === offerId);
  // Thanks may be said although courtesy lets nothing be offered.
  if (candidate?.code === "thanked") return { group: "shown", code: "" };
  if (general !== null) return { group: courtesy ? "courtesy" : "general", code: general };
  if (!candidate) return { group: "general", code: "noOffers" };
  return reasonOfCandidate(candidate);
}

/** Whether a general reason is one of courtesy. */
export function isKeptBack({ courtesy }: Decision): boolean {
  return courtesy !== undefined;
}

function reasonOfCandidate(candidate: CandidateReason): ReplayReason {
  switch (candidate.code) {
    case "chosen": return { group: "shown", code: "" };
    case "lessValue":
    case "lowerPriority": return { group: "displaced", code: "" };
    case "ruleNotMet":
    case "ruleUnknown": return { group: "offer", code: candidate.code, kind: candidate.kind, path: candidate.path };
    case "declinedOffer":
    case "giftOrder": return { group: "courtesy", code: candidate.code };
    case "noProduct": return reasonOfProducts(candidate.products);
    default: return { group: "offer", code: candidate.code };
  }
}

const OF_COURTESY: ReadonlySet<ProductReason["code"] | GeneralReason> = new Set(["declinedProduct", "boughtAsGift", "tooLittleEvidence", "boughtAtFullPrice", "otherPriceShown"]);

/** One reason decides for itself; of several kinds only that no product could be offered, by courtesy if any was refused by it. */
function reasonOfProducts(products: readonly ProductReason[]): ReplayReason {
  const codes = [...new Set(products.map(({ code }) => code))];
  const [only] = codes;
  const ofCourtesy = codes.find((code) => OF_COURTESY.has(code));
  if (ofCourtesy !== undefined) return { group: "courtesy", code: ofCourtesy };
  return { group: "offer", code: codes.length === 1 && only !== undefined ? only : "noProduct" };
}
