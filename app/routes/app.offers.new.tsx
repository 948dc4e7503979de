import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OfferEditor } from "../components/offers/OfferEditor";
import { issuesOf } from "../components/offers/draft-issues";
import { useOfferForm } from "../components/offers/use-offer-form";
import { freeName } from "../domain/offers/lifecycle";
import { parseOfferDraft } from "../domain/offers/offer-draft";
import { templateContent, templateKeys } from "../domain/offers/templates";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { readNewOfferEditor } from "../services/offers/offer-editor.server";
import { OfferEditorAction } from "../services/offers/offer-requests.server";
import { createOffer } from "../services/offers/save-offer.server";
import { findOfferDefaults } from "../services/shops/preferences.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["offers", "rules", "backtest", "placements", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = new URL(request.url).searchParams.get("template");
  const key = templateKeys.find((known) => known === wanted);
  const t = translator(request);
  const [data, defaults] = await Promise.all([readNewOfferEditor(shop), findOfferDefaults(shop)]);
  const name = key && freeName(t(`onboarding:template.${key}`), new Set(data.otherOffers.map((other) => other.name)));
  return json({ ...data, defaults, template: key && name !== undefined ? templateContent(key, name) : null });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = OfferEditorAction.safeParse(await request.json().catch(() => null));
  if (!wanted.success || wanted.data.intent !== "save") throw new Response("Not understood", { status: 400 });
  const draft = parseOfferDraft(wanted.data.draft);
  if (!draft.ok) return json({ result: "invalid" as const, issues: issuesOf(draft.errors) }, { status: 422 });
  return redirect(`/app/offers/${await createOffer(shop, draft.content, userId, new Date())}?saved=1`);
}

export default function NewOffer() {
  const data = useLoaderData<typeof loader>();
  const state = useOfferForm(data, data.template, data.defaults);
  return <OfferEditor data={data} state={state} />;
}
