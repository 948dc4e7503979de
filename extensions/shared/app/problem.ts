import type { ChoiceRefusal } from "../../../app/domain/placements/contract";
import { Refused } from "./call";

/** Why a choice came to nothing, as far as it makes a difference to a shopper. Each is a text's key. */
export type Problem = "gone" | "soldOut" | "changed" | "tooMany" | "offline";

export function problemOfRefusal(refusal: ChoiceRefusal): Problem {
  switch (refusal) {
    case "soldOut":
    case "changed":
      return refusal;
    case "quantity":
    case "tooMany":
      return "tooMany";
    default:
      return "gone";
  }
}

/** What a rejected call means: trying again helps, or it does not. */
export function problemOfError(error: unknown): Problem {
  return error instanceof Refused ? "gone" : "offline";
}
