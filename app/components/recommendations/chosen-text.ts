import type { TFunction } from "i18next";
import type { StaffChoice } from "../../domain/strategies/staff-choices";

/** What a choice of staff has just brought about. */
export function chosenText(t: TFunction, { choice, everywhere }: { choice: StaffChoice | null; everywhere: boolean }): string {
  if (everywhere) return choice === null ? t("recommendations:hand.nowAnywhere") : t("recommendations:hand.nowNever");
  if (choice === null) return t("recommendations:hand.nowNull");
  return choice === "pin" ? t("recommendations:hand.nowPin") : t("recommendations:hand.nowExclude");
}
