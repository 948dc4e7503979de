import type { Customer, Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { customerName, shopPage } from "./shop-page";
import type { Visitor } from "./visitor";

const SAMPLES = 10;

/** Where a person chooses as whom to shop. */
export function accountPage(visit: { shop: Shop; visitor: Visitor; path: string }): Html {
  const { shop, visitor } = visit;
  const { shopper } = visitor;
  return shopPage(
    { ...visit, title: "Shop as" },
    html`<div class="narrow">
      <h1>Shop as</h1>
      <p class="muted">Choose whose order the next one will be. No password is needed here.</p>
      <form method="post" action="/shop/${shop.handle}/account" class="choices">
        <fieldset>
          <legend class="vh">Shopper</legend>
          ${choice("guest", "Guest", "The checkout asks for an e-mail address", shopper.kind === "guest")}
          ${choice("email", "Someone new", "With an e-mail address of your choice", shopper.kind === "email")}
          <label class="field indented"><span>E-mail address</span><input type="email" name="email" autocomplete="off"
            value="${shopper.kind === "email" ? shopper.email : "new.shopper@example.com"}"></label>
          ${sampleCustomers(shop).map((customer) =>
            choice(
              `customer:${customer.id}`,
              customerName(customer),
              customer.ordersCount === 1 ? "1 order" : `${customer.ordersCount} orders`,
              shopper.kind === "customer" && shopper.customerId === customer.id,
            ))}
        </fieldset>
        <button class="button" type="submit">Continue shopping</button>
      </form>
    </div>`,
  );
}

function choice(value: string, label: string, hint: string, checked: boolean): Html {
  return html`<label class="choice"><input type="radio" name="shopper" value="${value}" ${checked ? html`checked` : ""}>
    <span>${label}</span><span class="muted">${hint}</span></label>`;
}

/** Customers from the most faithful to those of one order, evenly over that range. */
export function sampleCustomers(shop: Shop): Customer[] {
  const byOrders = [...shop.customers.values()].filter(({ ordersCount }) => ordersCount > 0).sort((a, b) => b.ordersCount - a.ordersCount || a.id - b.id);
  if (byOrders.length <= SAMPLES) return byOrders;
  // Squared steps: most customers have few orders, and the faithful ones are the interesting ones.
  const positions = Array.from({ length: SAMPLES }, (_, index) => Math.round((index / (SAMPLES - 1)) ** 2 * (byOrders.length - 1)));
  return positions.flatMap((position) => byOrders[position] ?? []);
}
