import type { Request } from "express";
import type { Customer, Order, Shop } from "../../store/model";
import type { Values } from "../../ui-extensions/contract";
import { accountSignals, orderStatusSignals } from "../../ui-extensions/values/account-values";
import type { Place } from "../../ui-extensions/values/standard-values";
import type { Blocks, BlockSite } from "../extensions/blocks";
import { blocksAt } from "../extensions/blocks";
import type { Language } from "../languages";
import type { PageServices } from "../services";

interface Visit {
  readonly shop: Shop;
  readonly customer: Customer | null;
  readonly language: Language;
  readonly order?: Order;
}

/** Where a block of the account stands; an order's products give their metafields to the block. */
export function accountSite({ shop, customer, language, order }: Visit, target: string, request: Request): BlockSite {
  const key = typeof request.query["key"] === "string" ? `&key=${encodeURIComponent(request.query["key"])}` : "";
  return {
    shop,
    target,
    locale: language,
    countryCode: order?.countryCode ?? shop.countryCode,
    customerId: customer?.id ?? null,
    productIds: order ? [...new Set(order.lines.map(({ productId }) => productId))] : [],
    editor: request.query["editor"] !== undefined,
    callUrl: `/account/${shop.handle}/extension-call${order ? `?order=${order.id}${key}` : ""}`,
    storageScope: `account:${shop.handle}:${customer?.id ?? "guest"}`,
  };
}

/** What the global says at a target of the account. */
export function accountValues(order: Order | undefined): (place: Place) => Values {
  return (place) => (order ? orderStatusSignals(place, order) : accountSignals(place));
}

export function accountBlocks(services: PageServices, visit: Visit, target: string, request: Request): Blocks {
  return blocksAt(services, accountSite(visit, target, request), accountValues(visit.order));
}
