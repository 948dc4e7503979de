import { findOrderWithLines } from "../../data/orders/order-with-lines.server";
import type { OrderWithLines } from "../../data/orders/order-with-lines.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { LandingState } from "../../domain/links/landing-page";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { customerIdIn } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { isOptedOut } from "../courtesy/opt-out.server";
import { inTime } from "../decisions/in-time.server";
import { decideForBlock } from "../placements/decide-for-block.server";
import { noteBlockImpression } from "../placements/record-sight.server";
import { resolveLink } from "./resolve-link.server";
import type { LinkedOrder } from "./resolve-link.server";

/** So long after the order a link still leads to something. */
const linkDays = 90;
/** Somebody who opened a page waits for it, where a block would have to stand there already. */
const patienceMs = 4_000;
/** As many as an offer may show. */
const room = 6;

/** Who and what a genuine link is about. */
export interface BehindLink extends LinkedOrder {
  order: OrderWithLines;
  /** Names the purchase to the placements' services. */
  reference: string;
}

/** Null for a code that is not genuine; `order` may be missing while Shopify has not yet told of it. */
export async function openLink(shop: ShopId, code: string, now: Date): Promise<{ behind: BehindLink | null } | null> {
  const linked = await resolveLink(shop, code, now);
  if (!linked) return null;
  const order = await findOrderWithLines(shop, linked.orderId);
  return { behind: order ? { ...linked, order, reference: referenceOf(order) } : null };
}

/**
 * What the page shows: decided by the same service as every placement, under the same courtesy budget. `isSeen` notes the
 * impression, since whoever opens a link sees the page.
 */
export async function stateBehindLink(shop: ShopId, behind: BehindLink, language: ShopperLanguage, isSeen: boolean, now: Date): Promise<LandingState> {
  const { order, placement, reference } = behind;
  if (order.customerKey !== null && (await isOptedOut(shop, order.customerKey))) return { kind: "optedOut" };
  if (order.cancelledAt !== null || daysAfter(order.processedAt, linkDays) < now) return { kind: "ended" };
  const reply = await inTime(shop, decideForBlock(callerOf(shop, behind), {
    placement, checkoutToken: reference, orderId: order.id, currency: order.currency, countryCode: order.countryCode, totalMinor: order.totalMinor, locale: language, room,
    lines: order.lines.flatMap(({ productId, variantId, quantity, totalMinor }) => (productId === null ? [] : [{ productId, variantId: variantId ?? 0, quantity, totalMinor }])),
  }, now), { show: false }, patienceMs);
  if (!reply.show) return { kind: "nothing" };
  if (isSeen) await noteBlockImpression(callerOf(shop, behind), { decisionId: reply.decisionId, checkoutToken: reference }, now);
  return { kind: "offer", block: reply.block, decisionId: reply.decisionId };
}

/** Whoever holds the link of an order stands where its customer stands, for this order and nothing else. */
export function callerOf(shop: ShopId, { order }: BehindLink): { shop: ShopId; customerId: number | null } {
  return { shop, customerId: order.customerKey === null ? null : customerIdIn(order.customerKey) };
}

/** Orders of the till and of drafts have no checkout. */
function referenceOf({ id, checkoutToken }: OrderWithLines): string {
  return checkoutToken ?? `order-${id}`;
}
