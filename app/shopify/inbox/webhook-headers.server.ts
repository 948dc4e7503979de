import { z } from "zod";
import { ShopId } from "../../domain/shops/shop-id";

const Name = z.string().min(1).max(255).regex(/^[\w.:/-]+$/);

const WebhookHeaderFields = z.object({
  shop: ShopId,
  topic: Name,
  webhookId: Name,
  eventId: Name,
  triggeredAt: z.string().transform((text, context) => {
    const time = new Date(text);
    if (!Number.isNaN(time.getTime())) return time;
    context.addIssue({ code: "custom", message: "Not a time" });
    return z.NEVER;
  }),
});

export type WebhookHeaders = z.infer<typeof WebhookHeaderFields>;

/** Null when a header is missing, doubled or malformed. An event without an id of its own is known by its delivery's. */
export function parseWebhookHeaders(headers: Headers, now: Date): WebhookHeaders | null {
  const webhookId = headers.get("x-shopify-webhook-id");
  const parsed = WebhookHeaderFields.safeParse({
    shop: headers.get("x-shopify-shop-domain")?.toLowerCase(),
    topic: headers.get("x-shopify-topic"),
    webhookId,
    eventId: headers.get("x-shopify-event-id") ?? webhookId,
    triggeredAt: headers.get("x-shopify-triggered-at") ?? now.toISOString(),
  });
  return parsed.success ? parsed.data : null;
}
