import type { Order, OrderLine, Shop } from "../../store/model";
import { editedTotals, lineNet, outstandingAmount, receivedAmount, refundedAmount } from "../../store/totals";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { summaryLine } from "./summary-line";
import { CHECKOUT_TEXTS } from "./texts";

/** An order's lines and sums, as its buyer sees them. */
export function orderParts(shop: Shop, order: Order, language: Language): Html {
  const texts = CHECKOUT_TEXTS[language];
  const totals = editedTotals(order);
  const money = (amount: number) => priceText(amount, order.currency, language);
  const [owed, refunded] = [outstandingAmount(order), refundedAmount(order)];
  return html`<aside class="summary" aria-label="${texts.summary}">
    <ul>${order.lines.map((line) => summaryLine({
      picture: linePicture(shop, line),
      title: line.title,
      variantTitle: line.variantTitle,
      quantity: line.quantity,
      quantityLabel: texts.quantity,
      total: money(lineNet(line)),
      ...(line.editId === 0 ? {} : { badge: texts.added }),
    }))}</ul>
    <dl class="totals">
      <div><dt>${texts.subtotal}</dt><dd>${money(totals.subtotal)}</dd></div>
      <div><dt>${texts.delivery}</dt><dd>${money(totals.shipping)}</dd></div>
      ${order.taxesIncluded ? "" : html`<div><dt>${texts.tax}</dt><dd>${money(totals.tax)}</dd></div>`}
      <div class="grand"><dt>${texts.total}</dt><dd>${money(totals.total)}</dd></div>
      ${order.taxesIncluded && totals.tax > 0 ? html`<div class="muted"><dt>${texts.taxIncluded}</dt><dd>${money(totals.tax)}</dd></div>` : ""}
      <div><dt>${texts.paid}</dt><dd>${money(receivedAmount(order))}</dd></div>
      ${refunded > 0 ? html`<div><dt>${texts.refunded}</dt><dd>${money(refunded)}</dd></div>` : ""}
      ${owed > 0 ? html`<div class="owed"><dt>${texts.owed}</dt><dd>${money(owed)}</dd></div>` : ""}
    </dl>
  </aside>`;
}

function linePicture(shop: Shop, line: OrderLine): string | null {
  const product = shop.products.get(line.productId);
  return product ? pictureOf(shop, product) : null;
}
