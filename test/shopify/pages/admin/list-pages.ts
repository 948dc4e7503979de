import type { Customer, Order, Product, Shop } from "../../store/model";
import { currentTotals, financialStatus } from "../../store/totals";
import type { Html } from "../html";
import { html } from "../html";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { customerName } from "../storefront/shop-page";
import { adminPage, pageOf, pager, timeText } from "./admin-page";

interface ListQuery {
  readonly q: string;
  readonly page: unknown;
}

export function homePage(shop: Shop): Html {
  const base = `/admin/store/${shop.handle}`;
  const latest = newestOrders(shop).slice(0, 5);
  return adminPage(
    { shop, section: "home", title: "Home" },
    html`<h1>${shop.name}</h1>
    <ul class="figures">
      <li><a href="${base}/orders"><strong>${shop.orders.size.toLocaleString("en-GB")}</strong> orders</a></li>
      <li><a href="${base}/products"><strong>${shop.products.size.toLocaleString("en-GB")}</strong> products</a></li>
      <li><a href="${base}/customers"><strong>${shop.customers.size.toLocaleString("en-GB")}</strong> customers</a></li>
    </ul>
    <section class="panel"><h2>Latest orders</h2>${orderTable(shop, latest)}</section>
    <section class="panel"><h2>Encore</h2><p>${shop.installation ? "Installed." : "Not installed yet."}</p>
      <p><a class="button" href="${base}/apps${shop.installation ? "/encore" : ""}">${shop.installation ? "Open Encore" : "Go to apps"}</a></p></section>`,
  );
}

function newestOrders(shop: Shop): Order[] {
  return [...shop.orders.values()].sort((a, b) => b.createdAt - a.createdAt || b.number - a.number);
}

export function ordersPage(shop: Shop, { q, page }: ListQuery): Html {
  const word = q.trim().toLowerCase();
  const found = newestOrders(shop).filter(({ name, email }) => word === "" || name.toLowerCase().includes(word) || email.toLowerCase().includes(word));
  const shown = pageOf(found, page);
  return listPage(shop, "orders", "Orders", q, found.length, orderTable(shop, shown.rows), pager(shown.page, shown.pages, (number) => `?q=${encodeURIComponent(q)}&page=${number}`));
}

function orderTable(shop: Shop, orders: readonly Order[]): Html {
  if (orders.length === 0) return html`<p class="empty">No orders yet.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Orders"><table>
    <thead><tr><th scope="col">Order</th><th scope="col">Date</th><th scope="col">Customer</th><th scope="col" class="number">Total</th><th scope="col">Payment</th><th scope="col" class="number">Items</th></tr></thead>
    <tbody>${orders.map((order) => {
      const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
      return html`<tr>
        <th scope="row"><a href="/admin/store/${shop.handle}/orders/${order.id}">${order.name}</a></th>
        <td data-label="Date">${timeText(shop, order.createdAt)}</td>
        <td data-label="Customer">${customer ? customerName(customer) : "Guest"}</td>
        <td class="number" data-label="Total">${priceText(currentTotals(order).total, order.currency)}</td>
        <td data-label="Payment"><span class="badge" data-tone="${order.cancelledAt === null ? financialStatus(order) : "cancelled"}">${order.cancelledAt === null ? words(financialStatus(order)) : "Cancelled"}</span></td>
        <td class="number" data-label="Items">${order.lines.reduce((sum, line) => sum + line.currentQuantity, 0)}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
}

/** "partially_refunded" as "Partially refunded". */
export function words(code: string): string {
  const text = code.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function productsPage(shop: Shop, { q, page }: ListQuery): Html {
  const asked = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...shop.products.values()].filter(({ title }) => asked.every((word) => title.toLowerCase().includes(word)));
  const shown = pageOf(found, page);
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Products"><table>
    <thead><tr><th scope="col">Product</th><th scope="col">Status</th><th scope="col" class="number">Price</th><th scope="col" class="number">Stock</th></tr></thead>
    <tbody>${shown.rows.map((product) => productRow(shop, product))}</tbody>
  </table></div>`;
  return listPage(shop, "products", "Products", q, found.length, table, pager(shown.page, shown.pages, (number) => `?q=${encodeURIComponent(q)}&page=${number}`));
}

function productRow(shop: Shop, product: Product): Html {
  const stock = product.variants.reduce((sum, { inventoryQuantity }) => sum + inventoryQuantity, 0);
  return html`<tr>
    <th scope="row"><a class="with-picture" href="/admin/store/${shop.handle}/products/${product.id}"><img src="${pictureOf(shop, product)}" alt="" width="40" height="40" loading="lazy">${product.title}</a></th>
    <td data-label="Status"><span class="badge" data-tone="${product.status.toLowerCase()}">${words(product.status)}</span></td>
    <td class="number" data-label="Price">${priceText(Math.min(...product.variants.map(({ price }) => price)), shop.currency)}</td>
    <td class="number" data-label="Stock">${stock}</td>
  </tr>`;
}

export function customersPage(shop: Shop, { q, page }: ListQuery): Html {
  const word = q.trim().toLowerCase();
  const found = [...shop.customers.values()]
    .filter((customer) => word === "" || customerName(customer).toLowerCase().includes(word) || customer.email.toLowerCase().includes(word))
    .sort((a, b) => b.ordersCount - a.ordersCount || a.id - b.id);
  const shown = pageOf(found, page);
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="Customers"><table>
    <thead><tr><th scope="col">Customer</th><th scope="col">E-mail</th><th scope="col" class="number">Orders</th><th scope="col" class="number">Spent</th></tr></thead>
    <tbody>${shown.rows.map((customer) => customerRow(shop, customer))}</tbody>
  </table></div>`;
  return listPage(shop, "customers", "Customers", q, found.length, table, pager(shown.page, shown.pages, (number) => `?q=${encodeURIComponent(q)}&page=${number}`));
}

function customerRow(shop: Shop, customer: Customer): Html {
  return html`<tr>
    <th scope="row">${customerName(customer)}</th><td data-label="E-mail">${customer.email}</td>
    <td class="number" data-label="Orders">${customer.ordersCount}</td><td class="number" data-label="Spent">${priceText(customer.amountSpent, shop.currency)}</td>
  </tr>`;
}

function listPage(shop: Shop, section: "orders" | "products" | "customers", title: string, q: string, count: number, table: Html, pages: Html): Html {
  return adminPage(
    { shop, section, title },
    html`<h1>${title}</h1>
    <section class="panel">
      <form class="filter" role="search"><input type="search" name="q" value="${q}" aria-label="Search ${title.toLowerCase()}" placeholder="Search"><button type="submit">Search</button>
      <span class="muted">${count.toLocaleString("en-GB")} found</span></form>
      ${table}${pages}
    </section>`,
  );
}
