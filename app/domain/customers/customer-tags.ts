import { z } from "zod";
import type { CustomerKey } from "../orders/customer-key";
import { customerKeyOf } from "../orders/customer-key";
import { gid, parseRecord } from "../sync/shopify-fields";

/** All the tags that a customer has at some moment. */
export interface CustomerTags {
  customerKey: CustomerKey;
  tags: string[];
}

const CustomerNode = z.object({ id: gid("Customer"), tags: z.array(z.string()) });

/** A customer's tags from a GraphQL node or the line of a bulk result. Throws a RecordError. */
export function parseCustomerTags(node: unknown): CustomerTags {
  const { id, tags } = parseRecord("customer", CustomerNode, node);
  return { customerKey: customerKeyOf({ customerId: id }), tags: [...new Set(tags)] };
}
