import type { PostPurchaseRenderApi } from "@shopify/post-purchase-ui-extensions";
import type { ChangesetRefusal } from "../../../app/domain/decisions/contract";
import type { TextKey } from "./texts/texts";

export type ApplyResult = Awaited<ReturnType<PostPurchaseRenderApi["applyChangeset"]>>;
export type ErrorCode = ApplyResult["errors"][number]["code"];

/** Why an item was not added as wished. */
export type Cause = ErrorCode | ChangesetRefusal | "partially_processed" | "offline" | "lostReply" | "noTotal";

/** How a cause is told: why, and what it means for the shopper's money. Causes that mean the same to a shopper share their words. */
export function explain(cause: Cause): [why: TextKey, money: TextKey] {
  switch (cause) {
    case "changeset_already_applied":
    case "alreadyAccepted":
      return ["already", "notAgain"];
    case "partially_processed":
      return ["paymentFailed", "stillOpen"];
    case "lostReply":
      return ["offline", "onceAtMost"];
    default:
      return [whyUnchanged(cause), "notCharged"];
  }
}

function whyUnchanged(cause: Exclude<Cause, "changeset_already_applied" | "alreadyAccepted" | "partially_processed" | "lostReply">): TextKey {
  switch (cause) {
    case "payment_required":
      return "paymentFailed";
    case "insufficient_inventory":
    case "soldOut":
    case "quantity":
      return "stock";
    case "unsupported_payment_method":
      return "method";
    case "order_released_error":
      return "released";
    case "changed":
    case "offline":
    case "noTotal":
      return cause;
    case "unknownDecision":
    case "otherOrder":
    case "notOffered":
    case "declined":
    case "expired":
    case "tooMany":
      return "unavailable";
    default:
      // invalid_request, server_error, those of subscriptions (none is ever offered), and whatever code Shopify adds later.
      return "fault";
  }
}
