import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { activityLine } from "../components/decisions/activity-lines";
import { activityRequest } from "../components/decisions/activity-request";
import { toDecimalString } from "../domain/money/money";
import { translator } from "../i18n/translator.server";
import { exportActivity } from "../services/reports/export-activity.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** The decisions that the same address would list, all of them, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const header = [
    t("activity:export.id"), t("activity:table.time"), t("activity:table.order"), t("activity:table.placement"), t("activity:table.outcome"), t("activity:export.offer"),
    t("activity:export.story"), t("activity:table.net"), t("activity:export.currency"), t("activity:table.testOrder"),
  ];
  const rows = exportActivity(shop, activityRequest(new URL(request.url).searchParams), header, (row, timeZone) => {
    const line = activityLine(t, row, timeZone);
    return [row.id, row.decidedAt, row.orderName, line.placement, line.outcome.label, line.offer, line.story, row.netMinor === null ? null : toDecimalString(row.netMinor, row.currency), row.currency, row.isTest ? t("activity:export.yes") : ""];
  }, new Date());
  return new Response(createReadableStreamFromReadable(Readable.from(rows)), { headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" } });
}
