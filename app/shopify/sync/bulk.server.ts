import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { ShopifyApiError } from "../shops/shopify-api-error.server";
import { EXPORT_STATE, START_EXPORT } from "./bulk.operations";

const Started = z.object({
  bulkOperationRunQuery: z.object({
    bulkOperation: z.object({ id: z.string() }).nullable(),
    userErrors: z.array(z.object({ code: z.string().nullish(), message: z.string() })),
  }),
});

export type ExportStart =
  | { code: "started"; bulkOperationId: string }
  /** As many exports run for this shop as may at once. */
  | { code: "busy" }
  | { code: "refused"; message: string };

/** Has Shopify write the result of a query to a file. */
export async function startExport(shop: ShopId, query: string): Promise<ExportStart> {
  const { bulkOperation, userErrors } = Started.parse(await adminGraphql<unknown>(shop, START_EXPORT, { query })).bulkOperationRunQuery;
  if (bulkOperation) return { code: "started", bulkOperationId: bulkOperation.id };
  const codes = userErrors.map(({ code }) => code);
  if (codes.includes("OPERATION_IN_PROGRESS") || codes.includes("LIMIT_REACHED")) return { code: "busy" };
  return { code: "refused", message: userErrors.map(({ message }) => message).join("; ") };
}

const State = z.object({
  bulkOperation: z
    .object({
      status: z.enum(["CREATED", "RUNNING", "COMPLETED", "CANCELED", "CANCELING", "EXPIRED", "FAILED"]),
      errorCode: z.string().nullish(),
      createdAt: z.string().transform((text) => new Date(text)),
      objectCount: z.union([z.string(), z.number()]).transform(Number),
      url: z.string().nullish(),
    })
    .nullable(),
});

export type ExportState =
  | { code: "running"; objectCount: number }
  /** `url` is null when nothing matched. */
  | { code: "ready"; url: string | null; objectCount: number; createdAt: Date }
  /** A partial result is not used: the whole is asked for again. */
  | { code: "failed"; message: string };

/** Throws ShopifyApiError `accessDenied` when a scope was missing, which another attempt would not change. */
export async function fetchExportState(shop: ShopId, bulkOperationId: string): Promise<ExportState> {
  const { bulkOperation } = State.parse(await adminGraphql<unknown>(shop, EXPORT_STATE, { id: bulkOperationId }));
  if (!bulkOperation) return { code: "failed", message: "Shopify no longer knows the export" };
  const { status, objectCount, url, createdAt, errorCode } = bulkOperation;
  if (status === "CREATED" || status === "RUNNING" || status === "CANCELING") return { code: "running", objectCount };
  if (status === "COMPLETED") return { code: "ready", url: url ?? null, objectCount, createdAt };
  if (errorCode === "ACCESS_DENIED") throw new ShopifyApiError("accessDenied", "Shopify denied an export");
  return { code: "failed", message: `the export ended as ${status.toLowerCase()}${errorCode ? ` (${errorCode})` : ""}` };
}

/** The result cannot be read to its end: `broken` may go better next time, `useless` needs another export. */
export class ExportUnreadable extends Error {
  override readonly name = "ExportUnreadable";

  constructor(
    readonly code: "broken" | "useless",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The lines of a result, some at a time and no faster than they are taken. Throws ExportUnreadable. */
export async function* readExport(url: string, signal: AbortSignal): AsyncGenerator<string[], void, undefined> {
  const reply = await fetch(url, { signal }).catch((cause: unknown) => {
    throw new ExportUnreadable("broken", "the result could not be fetched", { cause });
  });
  if (!reply.ok || !reply.body) {
    await reply.body?.cancel();
    // Asked for just before: an address that is refused now has run out for good.
    const code = reply.status >= 500 ? "broken" : "useless";
    throw new ExportUnreadable(code, `the result could not be fetched (${String(reply.status)})`);
  }
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ExportUnreadable("broken", "the result broke off", { cause });
      });
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      if (lines.length > 0) yield lines;
    }
    if (rest !== "") yield [rest];
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
