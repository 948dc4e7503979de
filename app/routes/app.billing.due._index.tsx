import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DuePage } from "../components/billing/DuePage";
import type { PageTexts } from "../i18n/page-texts";
import { readDuePage } from "../services/billing/due-lines.server";
import { findShopZone } from "../services/shops/preferences.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["billing"] };

const Query = z.object({ period: z.uuid().nullable().catch(null), before: z.coerce.number().int().positive().nullable().catch(null) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const asked = Query.parse({ period: searchParams.get("period"), before: searchParams.get("before") ?? undefined });
  const [page, timeZone] = await Promise.all([readDuePage(shop, asked.period, asked.before), findShopZone(shop)]);
  if (!page && asked.period !== null) throw new Response("There is no such period", { status: 404 });
  return json({ page, timeZone });
}

export default function Due() {
  return <DuePage {...useLoaderData<typeof loader>()} />;
}
