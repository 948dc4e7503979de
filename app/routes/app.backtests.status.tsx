import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { z } from "zod";
import { issuesOf } from "../components/offers/draft-issues";
import { parseOfferDraft } from "../domain/offers/offer-draft";
import { BacktestAction } from "../services/backtest/backtest-requests.server";
import { cancelBacktest, readBacktest, readLatestBacktest } from "../services/backtest/read-backtest.server";
import { startBacktest } from "../services/backtest/start-backtest.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** How a run stands (`run`), or the newest one of an offer (`offer`). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const run = z.uuid().safeParse(searchParams.get("run"));
  if (run.success) return json({ result: "run" as const, run: await readBacktest(shop, run.data) });
  const offer = z.uuid().safeParse(searchParams.get("offer"));
  return json({ result: "run" as const, run: offer.success ? await readLatestBacktest(shop, offer.data) : null });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = BacktestAction.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const { data } = wanted;
  if (data.intent === "cancel") return json({ result: "run" as const, run: await cancelBacktest(shop, data.runId) });
  const draft = parseOfferDraft(parseJson(data.draft));
  if (!draft.ok) return json({ result: "invalid" as const, issues: issuesOf(draft.errors) }, { status: 422 });
  const runId = await startBacktest(shop, data.offerId, draft.content, new Date());
  return json({ result: "run" as const, run: await readBacktest(shop, runId) });
}

/** Undefined for what is no JSON, which no draft is either. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
