import type { AppIdentity } from "../../app/app-identity";
import { localAddresses } from "../../liquid/local-addresses";
import type { DropContext } from "../../liquid/drops";
import { orderDrop, shopDrop } from "../../liquid/drops";
import { renderLiquid } from "../../liquid/render-liquid";
import type { NotificationKind } from "../../store/merchant";
import type { Order, Shop } from "../../store/model";
import type { Store } from "../../store/store";
import { orderPath } from "../account/order-access";

// In short what Shopify's own templates say; the merchant's snippet stands where merchants put it, after the items.
const TEMPLATES: Record<NotificationKind, string> = {
  orderConfirmation: `<h1>Thank you for your purchase!</h1>
<p>Order {{ name }}. We're getting your order ready to be shipped.</p>
<p><a class="button" href="{{ order_status_url }}">View your order</a> or <a href="{{ shop.url }}/">visit our store</a></p>
<table>{% for line in line_items %}<tr><td>{{ line.title | escape }} × {{ line.quantity }}</td><td>{{ line.final_line_price | money }}</td></tr>{% endfor %}
<tr><th>Total</th><th>{{ total_price | money_with_currency }}</th></tr></table>
`,
  packingSlip: `<h1>{{ shop.name | escape }}</h1><p>Order {{ order.name }}</p>
<table>{% for line in order.line_items %}<tr><td>{{ line.title | escape }}{% if line.variant_title != '' %} ({{ line.variant_title | escape }}){% endif %}</td><td>{{ line.quantity }}</td></tr>{% endfor %}</table>
<p>Thank you for shopping with us!</p>
`,
};

/** A notification of an order as it would be sent or printed: Shopify's template with what the merchant pasted into it. */
export async function renderNotification(store: Store, app: AppIdentity, shop: Shop, order: Order, kind: NotificationKind): Promise<string> {
  const { origin } = store;
  const context: DropContext = { origin, shop, appId: app.id };
  const drop = { ...orderDrop(context, order), order_status_url: `${origin}${orderPath(store, shop, order, true)}` };
  // E-mails know the order's own fields by themselves; packing slips know an order, and no address of the shop.
  const { url: _url, secure_url: _secure, ...plainShop } = shopDrop(origin, shop);
  const scope = kind === "orderConfirmation" ? { ...drop, shop: shopDrop(origin, shop) } : { order: drop, shop: plainShop };
  const liquid = `${TEMPLATES[kind]}${shop.merchant.notifications[kind]}`;
  const body = await renderLiquid(liquid, scope, { currency: order.currency, locale: order.locale });
  return `<!doctype html>
<html lang="${order.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${kind === "orderConfirmation" ? "Order confirmation" : "Packing slip"} ${order.name}</title>
<style>body { font: 16px/1.5 -apple-system, "Segoe UI", Roboto, sans-serif; max-width: 560px; margin: 32px auto; padding: 0 20px; color: #333; } table { width: 100%; border-collapse: collapse; } td, th { padding: 8px 0; border-bottom: 1px solid #e1e3e5; text-align: start; } td:last-child, th:last-child { text-align: end; } .button { display: inline-block; padding: 12px 18px; background: #1f4a3d; color: #fff; border-radius: 4px; text-decoration: none; }</style>
</head><body><main>${localAddresses(origin, shop)(body)}</main></body></html>`;
}
