import type { Order, OrderLine, Shop } from "../../store/model";
import { currentTotals, financialStatus, lineNet, outstandingAmount, receivedAmount, refundedAmount } from "../../store/totals";
import { countryName } from "../countries";
import type { Html } from "../html";
import { html } from "../html";
import { priceText } from "../price-text";
import { customerName } from "../storefront/shop-page";
import { casesPanel } from "./order-cases";
import { adminPage, timeText } from "./admin-page";
import { words } from "./list-pages";

/** One order with what can be done to it by hand; `problem` says why something was not done. */
export function orderPage(shop: Shop, order: Order, appName: string, problem: string | null, printing: Html): Html {
  const base = `/admin/store/${shop.handle}/orders`;
  const totals = currentTotals(order);
  const money = (amount: number) => priceText(amount, order.currency);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const open = order.cancelledAt === null;
  const refundable = order.lines.some(({ currentQuantity }) => currentQuantity > 0);
  return adminPage(
    { shop, section: "orders", title: order.name },
    html`<p class="back"><a href="${base}">Orders</a></p>
    <h1>${order.name} <span class="badge" data-tone="${open ? financialStatus(order) : "cancelled"}">${open ? words(financialStatus(order)) : "Cancelled"}</span>
      ${order.fulfilled ? html`<span class="badge" data-tone="fulfilled">Fulfilled</span>` : ""}</h1>
    <p class="muted under-title">${timeText(shop, order.createdAt)}</p>
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
    <div class="columns">
      <div>
        <section class="panel"><h2>Items</h2>
          <form method="post" action="${base}/${order.id}/refund">
            <div class="scroll" tabindex="0" role="region" aria-label="Items"><table>
              <thead><tr><th scope="col">Item</th><th scope="col" class="number">Price</th><th scope="col" class="number">Quantity</th><th scope="col" class="number">Total</th>${refundable && open ? html`<th scope="col" class="number">Refund</th>` : ""}</tr></thead>
              <tbody>${order.lines.map((line) => lineRow(shop, order, line, refundable && open))}</tbody>
            </table></div>
            ${refundable && open ? html`<div class="row-end">
              <label class="check"><input type="checkbox" name="restock" value="yes" checked> Put back in stock</label>
              <label class="check"><input type="checkbox" name="shipping" value="yes"> Refund delivery too</label>
              <button type="submit">Refund</button></div>` : ""}
          </form>
        </section>
        <section class="panel"><h2>Payment</h2><dl class="facts">
          <div><dt>Subtotal</dt><dd>${money(totals.subtotal + totals.discounts)}</dd></div>
          ${totals.discounts > 0 ? html`<div><dt>Discounts</dt><dd>−${money(totals.discounts)}</dd></div>` : ""}
          <div><dt>Delivery</dt><dd>${money(totals.shipping)}</dd></div>
          <div><dt>Tax${order.taxesIncluded ? " (included)" : ""}</dt><dd>${money(totals.tax)}</dd></div>
          <div class="strong"><dt>Total</dt><dd>${money(totals.total)}</dd></div>
          <div><dt>Received</dt><dd>${money(receivedAmount(order))}</dd></div>
          <div><dt>Refunded</dt><dd>${money(refundedAmount(order))}</dd></div>
          ${outstandingAmount(order) > 0 ? html`<div class="strong"><dt>Still to pay</dt><dd>${money(outstandingAmount(order))}</dd></div>` : ""}
        </dl></section>
        <section class="panel"><h2>Timeline</h2><ol class="timeline">${timeline(order, appName).map(({ at, text }) =>
          html`<li><span>${text}</span><span class="muted">${timeText(shop, at)}</span></li>`)}</ol></section>
      </div>
      <div>
        <section class="panel"><h2>Customer</h2><p>${customer ? customerName(customer) : "Guest"}</p><p class="muted">${order.email}</p><p class="muted">${countryName(order.countryCode)}</p></section>
        ${open ? html`<section class="panel"><h2>Actions</h2><div class="stack">
          ${order.fulfilled ? "" : html`<form method="post" action="${base}/${order.id}/fulfill"><button type="submit">Mark as fulfilled</button></form>`}
          <form method="post" action="${base}/${order.id}/cancel"><button type="submit" class="critical">Cancel and refund the order</button></form>
        </div></section>` : ""}
        <section class="panel"><h2>Documents</h2><div class="stack documents">${printing}
          <a href="${base}/${order.id}/notifications/orderConfirmation">Order confirmation e-mail</a>
          <a href="${base}/${order.id}/notifications/packingSlip">Packing slip</a></div></section>
        ${casesPanel(order, `${base}/${order.id}`)}
      </div>
    </div>`,
  );
}

function lineRow(shop: Shop, order: Order, line: OrderLine, withRefund: boolean): Html {
  const gone = line.quantity - line.currentQuantity;
  return html`<tr>
    <th scope="row"><a href="/admin/store/${shop.handle}/products/${line.productId}">${line.title}</a>
      ${line.variantTitle ? html`<span class="muted"> ${line.variantTitle}</span>` : ""}
      ${line.editId === 0 ? "" : html` <span class="badge" data-tone="added">Added by an edit</span>`}
      ${line.discounts.map(({ title, amount }) => html`<br><span class="muted">${title}: −${priceText(amount, order.currency)}</span>`)}
      ${gone > 0 ? html`<br><span class="muted">${gone} refunded or removed</span>` : ""}</th>
    <td class="number" data-label="Price">${priceText(line.unitPrice, order.currency)}</td>
    <td class="number" data-label="Quantity">${line.currentQuantity}</td>
    <td class="number" data-label="Total">${priceText(lineNet(line, line.currentQuantity), order.currency)}</td>
    ${withRefund ? html`<td class="number" data-label="Refund"><input class="short" type="number" name="line-${line.id}" value="0" min="0" max="${line.currentQuantity}" aria-label="Refund of ${line.title}" ${line.currentQuantity === 0 ? html`disabled` : ""}></td>` : ""}
  </tr>`;
}

function timeline(order: Order, appName: string): { at: number; text: string }[] {
  const money = (amount: number) => priceText(amount, order.currency);
  const paid = order.transactions[0];
  const events = [
    { at: order.createdAt, text: `The order was placed${paid ? ` and ${money(paid.amount)} was paid` : ""}.` },
    ...order.edits.map(({ happenedAt, appId, sales }) => {
      const titles = sales.flatMap(({ lineId }) => order.lines.find(({ id }) => id === lineId)?.title ?? []);
      return { at: happenedAt, text: `${appId === null ? "Staff" : appName} added ${titles.join(", ") || "delivery"}.` };
    }),
    ...order.transactions.filter(({ status }) => status === "FAILURE").map(({ createdAt, amount }) => ({ at: createdAt, text: `A payment of ${money(amount)} failed.` })),
    ...order.refunds.map(({ createdAt, amount }) => ({ at: createdAt, text: `${money(amount)} was refunded.` })),
    ...(order.cancelledAt === null ? [] : [{ at: order.cancelledAt, text: `The order was cancelled (${order.cancelReason ?? "no reason given"}).` }]),
  ];
  return events.sort((a, b) => b.at - a.at);
}
