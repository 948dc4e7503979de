import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DecisionDetails } from "../components/decisions/DecisionDetails";
import { buildDecisionPage } from "../components/decisions/build-decision-page";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { readDecision } from "../services/reports/activity.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["activity"] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const id = z.uuid().safeParse(params.decisionId);
  const decision = id.success ? await readDecision(t, shop, id.data) : null;
  if (!decision) throw new Response("No such decision", { status: 404 });
  return json(buildDecisionPage(t, decision));
}

export default function Decision() {
  return <DecisionDetails page={useLoaderData<typeof loader>()} />;
}
