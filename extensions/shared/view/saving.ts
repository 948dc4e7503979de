import type { Saving } from "../../../app/domain/placements/contract";
import type { Host } from "../host/host";
import { formatMinor } from "../host/money";
import type { Translate } from "../host/texts";

export type SavingText = "saving" | "freeShipping";

/** What a discount is worth, in words. */
export function savingText(host: Pick<Host, "i18n">, t: Translate<SavingText>, saving: Saving): string {
  switch (saving.kind) {
    case "freeShipping":
      return t("freeShipping");
    case "percentage":
      return t("saving", { saving: host.i18n.formatNumber(saving.percent / 100, { style: "percent", maximumFractionDigits: 2 }) });
    case "fixed": {
      const { minor, currency, exponent } = saving.amount;
      return t("saving", { saving: formatMinor(host, minor, { currency, currencyExponent: exponent }) });
    }
  }
}
