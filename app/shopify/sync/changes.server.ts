import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { gid, Timestamp } from "../../domain/sync/shopify-fields";
import { PRODUCT_TIMES } from "../catalogue/catalogue.operations";
import { ORDER_TIMES } from "../orders/orders.operations";
import { adminGraphql } from "../shops/admin-client.server";

/** When something last changed at Shopify. */
export interface Change {
  id: number;
  updatedAt: Date;
}

export interface ChangePage {
  changes: Change[];
  /** Null on the last page. */
  next: string | null;
}

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const Orders = z.object({ orders: z.object({ nodes: z.array(z.object({ id: gid("Order"), updatedAt: Timestamp })), pageInfo }) });
const Products = z.object({ products: z.object({ nodes: z.array(z.object({ id: gid("Product"), updatedAt: Timestamp })), pageInfo }) });

/** A page of the orders that changed since then, oldest change first. */
export async function fetchOrderChanges(shop: ShopId, since: Date, after: string | null): Promise<ChangePage> {
  const query = `updated_at:>='${since.toISOString()}'`;
  return pageOf(Orders.parse(await adminGraphql<unknown>(shop, ORDER_TIMES, { query, after })).orders);
}

/** A page of the orders that were placed between two moments, the first included; only those that the app may see. */
export async function fetchOrdersPlaced(shop: ShopId, from: Date, until: Date, after: string | null): Promise<ChangePage> {
  const query = `processed_at:>='${from.toISOString()}' AND processed_at:<'${until.toISOString()}'`;
  return pageOf(Orders.parse(await adminGraphql<unknown>(shop, ORDER_TIMES, { query, after })).orders);
}

/** A page of all products. */
export async function fetchProductTimes(shop: ShopId, after: string | null): Promise<ChangePage> {
  return pageOf(Products.parse(await adminGraphql<unknown>(shop, PRODUCT_TIMES, { query: null, after })).products);
}

function pageOf({ nodes, pageInfo: info }: { nodes: Change[]; pageInfo: z.infer<typeof pageInfo> }): ChangePage {
  return { changes: nodes, next: info.hasNextPage ? (info.endCursor ?? null) : null };
}
