import { ReferralCode, referralAttribute } from "../referrals/referral-code";
import { isRecord } from "./shape";

/** The one attribute of an order that is kept: who referred the visitor. Nothing when it is missing, or is no code. */
export function referralInPayload(payload: Readonly<Record<string, unknown>>): { referral?: ReferralCode } {
  const attributes: unknown = payload["note_attributes"];
  const found = Array.isArray(attributes) ? attributes.filter(isRecord).find(({ name }) => name === referralAttribute) : undefined;
  const code = ReferralCode.safeParse(found?.["value"]);
  return code.success ? { referral: code.data } : {};
}
