import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PlacementsPage } from "../components/placements/PlacementsPage";
import type { SettingsReply } from "../components/use-settings-form";
import { parsePlacementSettings } from "../domain/placements/settings";
import { parsedJson } from "../domain/text/parsed-json";
import { changePlacements, readPlacements } from "../services/placements/settings.server";
import type { PageTexts } from "../i18n/page-texts";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["placements", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { settings, isPlus, savedAt, publishedAt, live, companions } = await readPlacements(shop);
  return json({ settings, isPlus, live, companions, isOnItsWay: savedAt !== null && publishedAt === null });
}

const Request = z.object({ settings: z.string().max(20_000).transform(parsedJson) });

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = Request.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const parsed = parsePlacementSettings(wanted.data.settings);
  if (!parsed.ok) return json<SettingsReply>({ result: "invalid", errors: parsed.errors }, { status: 422 });
  await changePlacements(shop, parsed.settings, userId, new Date());
  return json<SettingsReply>({ result: "saved" });
}

export default function Placements() {
  return <PlacementsPage {...useLoaderData<typeof loader>()} />;
}
