import type { Standing } from "./subscription";
import { FREE_ACCEPTED_A_MONTH } from "./plans";

/** Why no new offers are shown; what was shown, chosen or signed before stands. */
export type PauseReason = "planLimit" | "capReached";

/** Staff are told from this share of a limit on. */
const warnShare = 0.8;

export interface Allowance {
  used: number;
  limit: number;
  level: "plenty" | "nearly" | "reached";
}

/** How far a count has come towards a limit. */
export function allowanceOf(used: number, limit: number = FREE_ACCEPTED_A_MONTH): Allowance {
  return { used, limit, level: used >= limit ? "reached" : used >= limit * warnShare ? "nearly" : "plenty" };
}

/** Free and frozen plans end at so many accepted offers a month, the usage plan at its cap; the flat plan at nothing. */
export function pauseOf({ plan, status }: Pick<Standing, "plan" | "status">, acceptedThisMonth: number, capReached: boolean): PauseReason | null {
  if (plan === "free" || status === "frozen") return allowanceOf(acceptedThisMonth).level === "reached" ? "planLimit" : null;
  return plan === "usage" && capReached ? "capReached" : null;
}
