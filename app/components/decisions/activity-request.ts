import { presetNamed } from "../reports/period-labels";
import { outcomeNamed, showNamed } from "./activity-filters";

/** What the activity page's address asks for; what makes no sense is as not there. */
export function activityRequest(params: URLSearchParams) {
  return {
    period: presetNamed(params.get("period")),
    show: showNamed(params.get("show")),
    outcome: outcomeNamed(params.get("outcome")),
    placement: params.get("placement"),
    offerId: params.get("offer"),
    reason: params.get("reason"),
    orderName: params.get("order") ?? "",
    after: params.get("after"),
  };
}
