import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readAnswer } from "../services/billing/return-from-shopify.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

const ChargeId = z.coerce.number().int().positive().nullable().catch(null);

/** Where the merchant comes back to from Shopify's own page of a charge. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, redirect } = await requireAdmin(request);
  const asked = new URL(request.url).searchParams.get("charge_id");
  const answer = await readAnswer(shop, asked === null ? null : ChargeId.parse(asked), new Date());
  return redirect(`/app/billing?answer=${answer}`);
}
