import type { CheckoutPrice } from "../../store/pricing";
import type { Html } from "../html";
import { html } from "../html";

/** The rows of a summary that say what was taken off, one for each discount by its name or code. */
export function discountRows(price: CheckoutPrice, label: string, money: (amount: number) => string): Html[] {
  const sums = new Map<string, number>();
  for (const { code, title, amount } of price.lines.flatMap(({ discounts }) => discounts)) {
    const name = code ?? title;
    if (amount > 0) sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  return [...sums].map(([name, amount]) => html`<div data-discount><dt>${label} (${name})</dt><dd>−${money(amount)}</dd></div>`);
}
