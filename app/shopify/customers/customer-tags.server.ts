import { z } from "zod";
import type { CustomerTags } from "../../domain/customers/customer-tags";
import { parseCustomerTags } from "../../domain/customers/customer-tags";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { CHANGED_CUSTOMER_TAGS, CUSTOMER_TAGS } from "./customers.operations";

/** Shopify takes at most this many ids at once. */
export const customersPerCall = 250;

const Nodes = z.object({ nodes: z.array(z.unknown()) });
const Changed = z.object({ customers: z.object({ nodes: z.array(z.unknown()), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }) }) });

/** The tags of up to `customersPerCall` customers as they are now; those that no longer exist are left out. */
export async function fetchCustomerTags(shop: ShopId, customerIds: readonly number[]): Promise<CustomerTags[]> {
  const ids = customerIds.map((id) => `gid://shopify/Customer/${String(id)}`);
  const { nodes } = Nodes.parse(await adminGraphql<unknown>(shop, CUSTOMER_TAGS, { ids }));
  return nodes.flatMap((node) => (node === null ? [] : [parseCustomerTags(node)]));
}

/** A page of the customers who changed since then, and where the next begins; null on the last. */
export async function fetchChangedCustomerTags(shop: ShopId, since: Date, after: string | null): Promise<{ customers: CustomerTags[]; next: string | null }> {
  const query = `updated_at:>='${since.toISOString()}'`;
  const { nodes, pageInfo } = Changed.parse(await adminGraphql<unknown>(shop, CHANGED_CUSTOMER_TAGS, { query, after })).customers;
  return { customers: nodes.map(parseCustomerTags), next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
}
