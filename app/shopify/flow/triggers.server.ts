import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { ShopifyApiError } from "../shops/shopify-api-error.server";
import { FLOW_TRIGGER } from "./trigger.operations";

const Reply = z.object({ flowTriggerReceive: z.object({ userErrors: z.array(z.object({ message: z.string() })) }) });

/** `nothing`: Shopify said, or never heard, so that it may be sent again. `unsure`: it may have arrived. */
export type Sending = { code: "sent" } | { code: "refused"; message: string } | { code: "nothing"; message: string } | { code: "unsure"; message: string };

/** Tells Shopify Flow once that something happened. The mutation knows no idempotency key, so a lost reply stays a question. */
export async function sendFlowTrigger(shop: ShopId, handle: string, payload: Record<string, string | number>): Promise<Sending> {
  try {
    const { flowTriggerReceive } = Reply.parse(await adminGraphql<unknown>(shop, FLOW_TRIGGER, { handle, payload }));
    const [first] = flowTriggerReceive.userErrors;
    return first ? { code: "refused", message: first.message } : { code: "sent" };
  } catch (thrown) {
    if (!(thrown instanceof ShopifyApiError)) throw thrown;
    if (thrown.code === "unreachable") return { code: "unsure", message: thrown.message };
    if (thrown.code === "invalid") return { code: "refused", message: thrown.message };
    return { code: "nothing", message: thrown.message };
  }
}
