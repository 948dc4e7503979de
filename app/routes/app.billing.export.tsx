import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { Readable } from "node:stream";
import { z } from "zod";
import { dueCsv } from "../domain/billing/due-csv";
import { translator } from "../i18n/translator.server";
import { streamDueLines } from "../services/billing/due-lines.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** What a period is charged for, as a file: every line of it, however many. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const period = z.uuid().safeParse(new URL(request.url).searchParams.get("period"));
  const found = period.success ? await streamDueLines(shop, period.data) : null;
  if (!found) throw new Response("There is no such period", { status: 404 });
  return new Response(createReadableStreamFromReadable(Readable.from(dueCsv(translator(request), found.lines, found.period.currency))), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="encore-${found.period.id}.csv"`, "Cache-Control": "no-store" },
  });
}
