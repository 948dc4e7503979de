import type { Router } from "express";
import type { Order, Shop } from "../../store/model";
import { updateOrder } from "../../store/orders";
import { cancelOrder, refundOrder } from "../../store/refunds";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { orderPage } from "./order-page";
import type { WithShop } from "./routes";
import { reasonOf } from "./routes";

/** An order's page and what staff do there. */
export function registerOrders(router: Router, { store, app }: PageServices, withShop: WithShop): void {
  const path = "/admin/store/:shop/orders/:order";
  const act = (name: string, change: (shop: Shop, order: Order, form: Readonly<Record<string, unknown>>) => void) =>
    router.post(`${path}/${name}`, withShop((request, response, shop) => {
      const order = shop.orders.get(Number(request.params["order"]));
      if (!order) {
        refuse(response, 404, "There is no such order.");
        return;
      }
      try {
        change(shop, order, request.body);
      } catch (error) {
        send(response, orderPage(shop, order, app.name, reasonOf(error)), 422);
        return;
      }
      response.redirect(303, `/admin/store/${shop.handle}/orders/${order.id}`);
    }));

  router.get(path, withShop((request, response, shop) => {
    const order = shop.orders.get(Number(request.params["order"]));
    if (!order) {
      refuse(response, 404, "There is no such order.");
      return;
    }
    send(response, orderPage(shop, order, app.name, null));
  }));
  act("refund", (shop, order, form) => {
    const lines = order.lines
      .map((line) => ({ lineId: line.id, quantity: Number(form[`line-${line.id}`] ?? 0) }))
      .filter(({ quantity }) => quantity !== 0);
    const shipping = form["shipping"] === "yes" ? deliveryLeft(order) : 0;
    if (lines.length === 0 && shipping === 0) throw new Error("Choose how many of which items to refund");
    refundOrder(store, { shop: shop.domain, orderId: order.id, lines, shipping, restock: form["restock"] === "yes" });
  });
  act("cancel", (shop, order) => cancelOrder(store, { shop: shop.domain, orderId: order.id }));
  act("fulfill", (shop, order) => updateOrder(store, { shop: shop.domain, orderId: order.id, fulfilled: true }));
}

function deliveryLeft(order: Order): number {
  const paid = order.shippingLines.reduce((sum, { price }) => sum + price, 0);
  return paid - order.refunds.reduce((sum, { shipping }) => sum + shipping, 0);
}
