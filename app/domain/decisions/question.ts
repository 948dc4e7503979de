import type { CourtesyOfDecision } from "./courtesy-of";
import type { CustomerHistory, DecisionRequest, ShopSnapshot } from "./decision";

/** Of an offer's products the best, or any that may be shown: enough for who asks whether there is one, and quicker. */
export type Wanted = "best" | "any";

/** All that a decision among some offers rests on. */
export interface Question {
  snapshot: ShopSnapshot;
  request: DecisionRequest;
  history: CustomerHistory;
  courtesy: CourtesyOfDecision;
  now: Date;
  wanted: Wanted;
}
