import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { Readable } from "node:stream";
import { z } from "zod";
import { mayAct } from "../domain/shops/staff-rights";
import { openExport } from "../services/exports/download-export.server";
import { requireStaff } from "../shopify/shops/staff-access.server";

/** The file of an export, for whoever may have it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request);
  if (!staff) throw new Response("Shopify does not say whether you may. Please try again.", { status: 424 });
  if (mayAct(staff, "export") !== "yes") throw new Response("Not allowed", { status: 403 });
  const id = z.uuid().safeParse(params["exportId"]);
  const found = id.success ? await openExport(shop, id.data, new Date()) : null;
  if (!found) throw new Response("There is no such export", { status: 404 });
  return new Response(createReadableStreamFromReadable(Readable.from(found.chunks)), {
    headers: { "Content-Type": "application/gzip", "Content-Length": String(found.bytes), "Content-Disposition": 'attachment; filename="encore-data.jsonl.gz"', "Cache-Control": "no-store" },
  });
}
