import { z } from "zod";
import type { MirroredCase } from "../../domain/orders/service-case";
import { parseDisputeNode, parseReturnNode } from "../../domain/orders/service-case";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { DISPUTES_BY_ID, DISPUTES_SINCE, OPEN_RETURNS, RETURNS_BY_ID } from "./cases.operations";

const casesPerCall = 100;
const Nodes = z.object({ nodes: z.array(z.unknown()) });

/** The returns of these ids as they are now; those that no longer exist are left out. */
export function fetchReturns(shop: ShopId, ids: readonly number[]): Promise<MirroredCase[]> {
  return fetchByIds(shop, RETURNS_BY_ID, ids.map((id) => `gid://shopify/Return/${String(id)}`), parseReturnNode);
}

/** The disputes of these ids as they are now; those that no longer exist are left out. */
export function fetchDisputes(shop: ShopId, ids: readonly number[]): Promise<MirroredCase[]> {
  return fetchByIds(shop, DISPUTES_BY_ID, ids.map((id) => `gid://shopify/ShopifyPaymentsDispute/${String(id)}`), parseDisputeNode);
}

/** Returns of all orders on which some are open; an order's ten newest. */
export async function fetchOpenReturns(shop: ShopId): Promise<MirroredCase[]> {
  const Reply = z.object({ orders: Page });
  const observedAt = new Date();
  const orders = await collectPages(null, async (after) => Reply.parse(await adminGraphql<unknown>(shop, OPEN_RETURNS, { after })).orders);
  const Returns = z.object({ returns: Nodes });
  return orders.flatMap((order) => Returns.parse(order).returns.nodes).map((node) => parseReturnNode(node, observedAt));
}

/** Disputes that were begun since then. */
export async function fetchDisputesSince(shop: ShopId, since: Date): Promise<MirroredCase[]> {
  const Reply = z.object({ disputes: Page });
  const observedAt = new Date();
  const query = `initiated_at:>='${since.toISOString()}'`;
  const nodes = await collectPages(null, async (after) => Reply.parse(await adminGraphql<unknown>(shop, DISPUTES_SINCE, { query, after })).disputes);
  return nodes.flatMap((node) => parseDisputeNode(node, observedAt) ?? []);
}

async function fetchByIds(shop: ShopId, document: string, gids: readonly string[], parse: (node: unknown, observedAt: Date) => MirroredCase | null): Promise<MirroredCase[]> {
  const cases: MirroredCase[] = [];
  for (let start = 0; start < gids.length; start += casesPerCall) {
    const observedAt = new Date();
    const { nodes } = Nodes.parse(await adminGraphql<unknown>(shop, document, { ids: gids.slice(start, start + casesPerCall) }));
    for (const node of nodes) {
      const known = node === null ? null : parse(node, observedAt);
      if (known) cases.push(known);
    }
  }
  return cases;
}
