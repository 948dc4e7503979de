import type { Router } from "express";
import type { Order, Shop } from "../../store/model";
import { changeDispute, openDispute } from "../../store/disputes";
import { updateOrder } from "../../store/orders";
import { cancelOrder, refundOrder } from "../../store/refunds";
import type { ReturnStep } from "../../store/returns";
import { changeReturn, requestReturn } from "../../store/returns";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { orderPage } from "./order-page";
import { printLinks } from "./print-page";
import type { WithShop } from "./routes";
import { reasonOf } from "./routes";

/** An order's page and what staff do there. */
export function registerOrders(router: Router, services: PageServices, withShop: WithShop): void {
  const { store, app } = services;
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
        send(response, orderPage(shop, order, app.name, reasonOf(error), printLinks(services, shop, order)), 422);
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
    send(response, orderPage(shop, order, app.name, null, printLinks(services, shop, order)));
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
  act("return-request", (shop, order) => requestReturn(store, { shop: shop.domain, orderId: order.id }));
  for (const step of ["approve", "decline", "cancel", "close", "reopen"] as const satisfies ReturnStep[]) {
    act(`return-${step}`, (shop, order, form) => changeReturn(store, { shop: shop.domain, orderId: order.id, returnId: Number(form["id"]), step }));
  }
  act("dispute", (shop, order) => openDispute(store, { shop: shop.domain, orderId: order.id }));
  for (const [name, status] of [["dispute-won", "WON"], ["dispute-lost", "LOST"]] as const) {
    act(name, (shop, order, form) => changeDispute(store, { shop: shop.domain, orderId: order.id, disputeId: Number(form["id"]), status }));
  }
  act("fulfill", (shop, order) => updateOrder(store, { shop: shop.domain, orderId: order.id, fulfilled: true }));
}

function deliveryLeft(order: Order): number {
  const paid = order.shippingLines.reduce((sum, { price }) => sum + price, 0);
  return paid - order.refunds.reduce((sum, { shipping }) => sum + shipping, 0);
}
