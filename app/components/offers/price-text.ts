import { formatMinor } from "../../domain/money/money";

/** "£4.50", or "£4.50 to £9.00" over several variants; empty without any. */
export function priceText(variants: readonly { priceMinor: number }[], currency: string): string {
  const prices = variants.map((variant) => variant.priceMinor);
  if (prices.length === 0) return "";
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const text = formatMinor(low, currency, "en");
  return low === high ? text : `${text} to ${formatMinor(high, currency, "en")}`;
}
