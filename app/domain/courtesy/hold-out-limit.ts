import type { CourtesyHistory } from "./history";
import { isHeldOut } from "./hold-out";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import type { CourtesyRequest } from "./request";

/** Customers in the shop's hold-out are never asked. */
export function holdOutLimit(_policy: CourtesyPolicy, _history: CourtesyHistory, request: CourtesyRequest): GeneralCourtesyReason | null {
  const { shop, customerKey, holdOutPercent: percent } = request;
  return isHeldOut(shop, customerKey, percent) ? { code: "heldOut", percent } : null;
}
