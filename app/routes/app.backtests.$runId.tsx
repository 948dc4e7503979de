import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BacktestPage } from "../components/backtest/BacktestPage";
import { usePolling } from "../components/use-polling";
import type { PageTexts } from "../i18n/page-texts";
import { readBacktest } from "../services/backtest/read-backtest.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["backtest", "rules", "activity", "errors"] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const id = z.uuid().safeParse(params.runId);
  const run = id.success ? await readBacktest(shop, id.data) : null;
  if (!run) throw new Response("No such trial", { status: 404 });
  return json(run);
}

export default function Backtest() {
  const run = useLoaderData<typeof loader>();
  usePolling(run.status === "requested" || run.status === "running");
  return <BacktestPage run={run} />;
}
