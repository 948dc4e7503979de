import type { Order, Shop } from "../../store/model";
import type { Blocks } from "../extensions/blocks";
import { blockScripts } from "../extensions/blocks";
import type { Html } from "../html";
import { html } from "../html";
import { languageOf } from "../languages";
import { checkoutShell } from "./checkout-shell";
import { orderParts } from "./order-parts";
import { CHECKOUT_TEXTS } from "./texts";

interface ConfirmedOrder {
  readonly shop: Shop;
  readonly order: Order;
  readonly token: string;
}

/** The page after the order is through, with the blocks of extensions. */
export function thankYouPage({ shop, order, token }: ConfirmedOrder, blocks: Blocks): Html {
  const language = languageOf(order.locale);
  const texts = CHECKOUT_TEXTS[language];
  return checkoutShell(
    { shop, language, title: texts.thanks },
    html`<div class="checkout confirmation">
      <div class="steps">
        <p class="muted">${order.name}</p>
        <h1>${texts.thanks}</h1>
        <p>${texts.confirmationSent} ${order.email}.</p>
        ${blocks.mounts}
        <p class="links">
          <a class="button" href="/shop/${shop.handle}/">${texts.continueShopping}</a>
          <a href="/checkout/${token}/order_status">${texts.orderStatus}</a>
        </p>
      </div>
      ${orderParts(shop, order, language)}
    </div>${blockScripts(blocks)}`,
  );
}
