import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SnippetsPage } from "../components/placements/SnippetsPage";
import type { NewKeyReply } from "../components/placements/use-new-key";
import type { SettingsReply } from "../components/use-settings-form";
import { parseReceiptSettings } from "../domain/receipts/settings";
import { replaceTemplateKey } from "../services/links/link-keys.server";
import { changeReceipt, readSnippetsPage } from "../services/links/snippets-page.server";
import type { PageTexts } from "../i18n/page-texts";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["placements", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { oldEndsAt, ...data } = await readSnippetsPage(shop);
  return json({ ...data, oldEndsAt: oldEndsAt?.toISOString() ?? null });
}

const Request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), settings: z.unknown() }),
  z.object({ intent: z.literal("replaceKey") }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = Request.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const now = new Date();
  if (wanted.data.intent === "replaceKey") {
    await replaceTemplateKey(shop, now);
    return json<NewKeyReply>({ result: "replaced" });
  }
  const parsed = parseReceiptSettings(wanted.data.settings);
  if (!parsed.ok) return json<SettingsReply>({ result: "invalid", errors: parsed.errors }, { status: 422 });
  await changeReceipt(shop, parsed.settings, userId, now);
  return json<SettingsReply>({ result: "saved" });
}

export default function Snippets() {
  return <SnippetsPage {...useLoaderData<typeof loader>()} />;
}
