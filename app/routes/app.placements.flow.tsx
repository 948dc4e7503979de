import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FlowPage } from "../components/placements/FlowPage";
import type { SettingsReply } from "../components/use-settings-form";
import { parseFlowSettings } from "../domain/flow/settings";
import { changeFlowSettings, readFlowPage } from "../services/flow/flow-page.server";
import type { PageTexts } from "../i18n/page-texts";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["placements", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { run, ...data } = await readFlowPage(shop, new Date());
  return json({ ...data, run: run && { ...run, day: run.day.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null } });
}

const Request = z.object({ settings: z.unknown() });

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = Request.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const parsed = parseFlowSettings(wanted.data.settings);
  if (!parsed.ok) return json<SettingsReply>({ result: "invalid", errors: parsed.errors }, { status: 422 });
  await changeFlowSettings(shop, parsed.settings, userId, new Date());
  return json<SettingsReply>({ result: "saved" });
}

export default function Flow() {
  return <FlowPage {...useLoaderData<typeof loader>()} />;
}
