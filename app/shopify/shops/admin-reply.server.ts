import { z } from "zod";
import { ShopifyApiError } from "./shopify-api-error.server";

const longestPauseMs = 30_000;

const Reply = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.string(),
      z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).loose().optional() })),
    ])
    .optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
        })
        .optional(),
    })
    .loose()
    .optional(),
});

/** What to do about one answer of the Admin API. */
export type ReplyOutcome =
  | { kind: "data"; data: unknown }
  /** Nothing was done: the same call may be sent again after the pause, whatever it is. */
  | { kind: "wait"; ms: number }
  /** The access token was refused; nothing was done. */
  | { kind: "token" }
  /** A fault of Shopify's: a mutation may have been carried out. */
  | { kind: "fault"; message: string }
  | { kind: "failed"; error: ShopifyApiError };

/** `Retry-After` counts seconds; without a usable one a second is waited. */
export function pauseOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? 1);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, longestPauseMs) : 1000;
}

/**
 * An app that is not approved for a field of protected customer data gets null for it and such an error beside the rest
 * of the data, which stands: whoever asks for names or e-mails has to do without. A whole object that is denied is a
 * refusal like any other, or an order that may not be read would pass for one that is gone.
 */
const withheld = /^This app is not approved to use the \S+ field/;

/** Reads one answer; throws only when the body breaks off. */
export async function readReply(reply: Response): Promise<ReplyOutcome> {
  if (reply.status !== 200) {
    await reply.body?.cancel();
    return outcomeOfStatus(reply.status, reply.headers.get("retry-after"));
  }
  const parsed = Reply.safeParse(await reply.json().catch(() => null));
  if (!parsed.success) return { kind: "fault", message: "an answer that is no GraphQL reply" };
  const { data, errors, extensions } = parsed.data;
  if (errors === undefined || errors.length === 0) return { kind: "data", data };
  if (typeof errors === "string") return failed("invalid", errors);

  if (data !== null && data !== undefined && errors.every(({ message }) => withheld.test(message))) return { kind: "data", data };
  const codes = new Set(errors.map((error) => error.extensions?.code));
  const message = errors.map((error) => error.message).join("; ");
  if (codes.has("THROTTLED")) return { kind: "wait", ms: throttlePause(extensions?.cost) };
  if (codes.has("INTERNAL_SERVER_ERROR") || codes.has("TIMEOUT")) return { kind: "fault", message };
  return failed(codes.has("ACCESS_DENIED") ? "accessDenied" : "invalid", message);
}

function outcomeOfStatus(status: number, retryAfter: string | null): ReplyOutcome {
  if (status === 401) return { kind: "token" };
  if (status === 429) return { kind: "wait", ms: pauseOf(retryAfter) };
  if (status === 402 || status === 404 || status === 423) return failed("shopClosed", `the shop is closed (${String(status)})`);
  if (status === 403) return failed("accessDenied", "access denied (403)");
  if (status >= 500) return { kind: "fault", message: `status ${String(status)}` };
  return failed("invalid", `status ${String(status)}`);
}

function failed(code: "accessDenied" | "invalid" | "shopClosed", message: string): ReplyOutcome {
  return { kind: "failed", error: new ShopifyApiError(code, `Shopify refused a call: ${message}`) };
}

type Cost = NonNullable<NonNullable<z.infer<typeof Reply>["extensions"]>["cost"]>;

function throttlePause(cost: Cost | undefined): number {
  if (!cost) return 1000;
  const { currentlyAvailable, restoreRate } = cost.throttleStatus;
  const seconds = (cost.requestedQueryCost - currentlyAvailable) / restoreRate;
  return Math.min(Math.max(seconds * 1000, 100), longestPauseMs);
}
