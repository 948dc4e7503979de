import { z } from "zod";
import type { GuestKeyOf } from "../../domain/orders/customer-key";
import type { MirroredOrder } from "../../domain/orders/mirrored-order";
import { parseOrderNode } from "../../domain/orders/order-node";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { ORDER, REFUND_LINES } from "./orders.operations";

const Refund = z.looseObject({ id: z.string(), refundLineItems: Page });
const Reply = z.object({ order: z.looseObject({ lineItems: Page, refunds: z.array(Refund) }).nullable() });
const RefundReply = z.object({ refund: z.object({ refundLineItems: Page }).nullable() });

/** The order with all its lines and refunds as it is now, or null when it no longer exists. */
export async function fetchOrder(shop: ShopId, orderId: number, guestKeyOf: GuestKeyOf): Promise<MirroredOrder | null> {
  const ask = async (after: string | null) =>
    Reply.parse(await adminGraphql<unknown>(shop, ORDER, { id: `gid://shopify/Order/${String(orderId)}`, after })).order;
  const order = await ask(null);
  if (!order) return null;
  const lines = await collectPages(order.lineItems, async (after) => (await ask(after))?.lineItems ?? noMore);
  const refunds = [];
  for (const refund of order.refunds) {
    const nodes = await collectPages(refund.refundLineItems, (after) => fetchRefundLines(shop, refund.id, after));
    refunds.push({ ...refund, refundLineItems: { nodes } });
  }
  return parseOrderNode({ ...order, lineItems: { nodes: lines }, refunds }, guestKeyOf);
}

const noMore: Page = { nodes: [], pageInfo: { hasNextPage: false } };

async function fetchRefundLines(shop: ShopId, id: string, after: string | null): Promise<Page> {
  return RefundReply.parse(await adminGraphql<unknown>(shop, REFUND_LINES, { id, after })).refund?.refundLineItems ?? noMore;
}
