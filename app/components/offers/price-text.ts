import type { TFunction } from "i18next";
import { moneyText } from "../../i18n/values";

/** "£4.50", or "£4.50 to £9.00" over several variants; empty without any. */
export function priceText(t: TFunction, variants: readonly { priceMinor: number }[], currency: string): string {
  const prices = variants.map((variant) => variant.priceMinor);
  if (prices.length === 0) return "";
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? moneyText(t, low, currency) : t("offers:priceRange", { low: { minor: low, currency }, high: { minor: high, currency } });
}
