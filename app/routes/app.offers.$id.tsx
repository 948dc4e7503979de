import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OfferPage } from "../components/offers/OfferPage";
import { issuesOf } from "../components/offers/draft-issues";
import { parseOfferDraft } from "../domain/offers/offer-draft";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import type { SaveResult } from "../services/offers/save-offer.server";
import { readOfferEditor } from "../services/offers/offer-editor.server";
import { OfferEditorAction } from "../services/offers/offer-requests.server";
import { deleteDraft, moveStatus } from "../services/offers/offer-status.server";
import { duplicateOffer, restoreVersion, saveOffer } from "../services/offers/save-offer.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["offers", "rules", "backtest", "placements", "errors"] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const data = await readOfferEditor(translator(request), shop, offerId(params.id), new Date());
  if (!data) throw notFound();
  return json(data);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const id = offerId(params.id);
  const now = new Date();
  const wanted = OfferEditorAction.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const { data } = wanted;
  switch (data.intent) {
    case "save": {
      const draft = parseOfferDraft(data.draft);
      if (!draft.ok) return json({ result: "invalid" as const, issues: issuesOf(draft.errors) }, { status: 422 });
      return saveReply(await saveOffer(shop, id, data.version ?? 0, draft.content, userId, now));
    }
    case "restoreVersion":
      return saveReply(await restoreVersion(shop, id, data.version, data.loadedVersion, userId, now));
    case "duplicate": {
      const copy = await duplicateOffer(shop, id, userId, now);
      if (copy === null) throw notFound();
      return redirect(`/app/offers/${copy}`);
    }
    case "delete":
      return (await deleteDraft(shop, id)) ? redirect("/app/offers") : json({ result: "refused" as const }, { status: 409 });
    case "activate":
    case "pause":
    case "archive":
    case "restore": {
      const moved = await moveStatus(shop, [id], data.intent, now);
      return moved.length === 1 ? json({ result: "moved" as const, intent: data.intent }) : json({ result: "refused" as const }, { status: 409 });
    }
  }
}

export default function Offer() {
  const data = useLoaderData<typeof loader>();
  return <OfferPage key={data.offer.id} data={data} />;
}

function saveReply(saved: SaveResult) {
  if (saved.code === "missing") throw notFound();
  if (saved.code === "conflict") return json({ result: "conflict" as const, currentVersion: saved.currentVersion }, { status: 409 });
  return json({ result: "saved" as const, version: saved.version });
}

/** Anything that is no id names no offer. */
function offerId(text: string | undefined): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw notFound();
  return id.data;
}

function notFound(): Response {
  return new Response("No such offer", { status: 404 });
}
