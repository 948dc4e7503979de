import type { Host } from "../host/host";
import type { Currency } from "../host/money";
import { formatMinor } from "../host/money";
import type { Translate } from "../host/texts";

export type PriceText = "priceBefore" | "priceNow";

interface Props {
  host: Pick<Host, "i18n">;
  t: Translate<PriceText>;
  currency: Currency;
  priceMinor: number;
  discountedMinor: number;
}

/** Today's price of one unit, and the usual one where it is dearer. Which is which is said to those who cannot see the line. */
export function Price({ host, t, currency, priceMinor, discountedMinor }: Props) {
  const now = formatMinor(host, discountedMinor, currency);
  if (discountedMinor >= priceMinor) return <s-text>{now}</s-text>;
  return (
    <s-stack direction="inline" gap="small-200">
      <s-text type="redundant" color="subdued">
        <s-text accessibilityVisibility="exclusive">{t("priceBefore")} </s-text>
        {formatMinor(host, priceMinor, currency)}
      </s-text>
      <s-text type="strong">
        <s-text accessibilityVisibility="exclusive">{t("priceNow")} </s-text>
        {now}
      </s-text>
    </s-stack>
  );
}
