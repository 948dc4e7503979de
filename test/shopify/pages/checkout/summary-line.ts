import type { Html } from "../html";
import { html } from "../html";

export interface SummaryLine {
  readonly picture: string | null;
  readonly title: string;
  readonly variantTitle: string;
  readonly quantity: number;
  readonly quantityLabel: string;
  readonly total: string;
  readonly badge?: string;
}

/** One line of an order as a shopper sees it in a summary. */
export function summaryLine({ picture, title, variantTitle, quantity, quantityLabel, total, badge }: SummaryLine): Html {
  return html`<li class="sum-line">
    <span class="thumb">${picture ? html`<img src="${picture}" alt="" width="64" height="64">` : ""}</span>
    <span class="sum-text">
      <span>${title}</span>
      ${variantTitle ? html`<span class="muted">${variantTitle}</span>` : ""}
      <span class="muted">${quantityLabel}: ${quantity}</span>
      ${badge ? html`<span class="badge">${badge}</span>` : ""}
    </span>
    <span class="sum-price">${total}</span>
  </li>`;
}
