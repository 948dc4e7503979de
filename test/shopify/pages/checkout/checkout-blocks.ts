import type { Request } from "express";
import type { Checkout, Order, Shop } from "../../store/model";
import type { Values } from "../../ui-extensions/contract";
import { checkoutSignals, thankYouSignals } from "../../ui-extensions/values/checkout-values";
import type { Place } from "../../ui-extensions/values/standard-values";
import { readLogin } from "../account/login";
import type { Blocks, BlockSite } from "../extensions/blocks";
import { blocksAt } from "../extensions/blocks";
import { languageOf } from "../languages";
import type { PageServices } from "../services";

export const CHECKOUT_BLOCK = "purchase.checkout.block.render";
export const THANK_YOU_BLOCK = "purchase.thank-you.block.render";

interface Visit {
  readonly shop: Shop;
  readonly checkout: Checkout;
  readonly order: Order | undefined;
}

/** Where a block of the checkout or of the thank-you page stands; `storage` lasts as long as the checkout. */
export function checkoutSite({ shop, checkout, order }: Visit, target: string, request: Request): BlockSite {
  const variantIds = (order?.lines ?? checkout.lines).map(({ variantId }) => variantId);
  return {
    shop,
    target,
    locale: languageOf(checkout.locale),
    countryCode: checkout.countryCode,
    customerId: readLogin(request, shop)?.id ?? null,
    productIds: [...new Set(variantIds.flatMap((id) => shop.variants.get(id)?.productId ?? []))],
    editor: request.query["editor"] !== undefined,
    callUrl: `/checkout/${checkout.token}/extension-call`,
    storageScope: `checkout:${checkout.token}`,
  };
}

/** What the global says, in checkout or after it. */
export function checkoutValues({ checkout, order }: Visit): (place: Place) => Values {
  return (place) => (order && place.target === THANK_YOU_BLOCK ? thankYouSignals(place, checkout, order) : checkoutSignals(place, checkout));
}

export function checkoutBlocks(services: PageServices, visit: Visit, target: string, request: Request): Blocks {
  return blocksAt(services, checkoutSite(visit, target, request), checkoutValues(visit));
}
