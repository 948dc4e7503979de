import { findOrderLink, insertOrderLink } from "../../data/links/order-links.server";
import type { LinkPlacement } from "../../domain/links/order-code";
import { parseSignedCode } from "../../domain/links/order-code";
import { readTypedCode } from "../../domain/links/typed-code";
import type { ShopId } from "../../domain/shops/shop-id";
import { codeHashOf, isGenuine, receiptCodeOf } from "./link-keys.server";

export interface LinkedOrder {
  orderId: number;
  placement: LinkPlacement;
}

/** The order that a code opens, be it worked out by the shop's template or typed from a receipt; null for every other text. */
export async function resolveLink(shop: ShopId, code: string, now: Date): Promise<LinkedOrder | null> {
  const signed = parseSignedCode(code);
  if (signed) return (await isGenuine(shop, signed, now)) ? { orderId: signed.orderId, placement: signed.placement } : null;
  const typed = readTypedCode(code);
  return typed === null ? null : findOrderLink(shop, codeHashOf(typed));
}

/** The code of an order's receipt, which opens it from now on. */
export async function makeReceiptCode(shop: ShopId, orderId: number, now: Date): Promise<string> {
  const code = receiptCodeOf(shop, orderId);
  await insertOrderLink(shop, codeHashOf(code), orderId, "receipt", now);
  return code;
}
