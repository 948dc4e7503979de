import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { parseDueFilter } from "../domain/reorders/due-listing";
import { translator } from "../i18n/translator.server";
import { exportDues } from "../services/reorders/export-dues.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** The dues that the same address would list, all of them, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const header = [
    t("reorders:export.customer"), t("reorders:export.productId"), t("reorders:table.product"), t("reorders:table.times"), t("reorders:table.lastOrder"),
    t("reorders:export.lastBought"), t("reorders:export.from"), t("reorders:export.expected"), t("reorders:export.until"),
  ];
  const text = Readable.from(exportDues(shop, parseDueFilter(new URL(request.url).searchParams), header, new Date()));
  return new Response(createReadableStreamFromReadable(text), { headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" } });
}
