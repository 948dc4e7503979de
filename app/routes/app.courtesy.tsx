import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CourtesyPage } from "../components/courtesy/CourtesyPage";
import { parsePolicy } from "../components/courtesy/policy-form";
import type { PreviewFigures } from "../components/courtesy/preview-text";
import type { SettingsReply } from "../components/use-settings-form";
import { parsedJson } from "../domain/text/parsed-json";
import type { PageTexts } from "../i18n/page-texts";
import { previewPolicy, readPolicy, savePolicy } from "../services/courtesy/policy.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["courtesy", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const [{ policy, savedAt }, installation] = await Promise.all([readPolicy(shop), findInstalledShop(shop)]);
  const preview = await previewPolicy(shop, policy, new Date());
  return json({ policy, preview, savedAt: savedAt?.toISOString() ?? null, timeZone: installation?.timeZone ?? "UTC" });
}

type CourtesyReply = SettingsReply | { result: "previewed"; preview: PreviewFigures };

/** Policies travel as JSON text, so that NaN arrives as null and is refused. */
const Request = z.object({ intent: z.enum(["save", "preview"]), policy: z.string().max(10_000).transform(parsedJson) });

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = Request.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const parsed = parsePolicy(wanted.data.policy);
  if (!parsed.ok) return json<CourtesyReply>({ result: "invalid", errors: parsed.errors }, { status: 422 });
  const now = new Date();
  if (wanted.data.intent === "preview") return json<CourtesyReply>({ result: "previewed", preview: await previewPolicy(shop, parsed.policy, now) });
  await savePolicy(shop, parsed.policy, userId, now);
  return json<CourtesyReply>({ result: "saved" });
}

export default function Courtesy() {
  return <CourtesyPage {...useLoaderData<typeof loader>()} />;
}
