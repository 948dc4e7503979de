import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SettingsPage } from "../components/settings/SettingsPage";
import type { SettingsReply } from "../components/settings/settings-reply";
import { OfferDefaults } from "../domain/offers/offer-defaults";
import { KeepReasonsDays } from "../domain/shops/retention";
import { parsedJson } from "../domain/text/parsed-json";
import type { PageTexts } from "../i18n/page-texts";
import { queueDiscountCheck } from "../services/discounts/discount-jobs.server";
import { setDiscountMethod } from "../services/discounts/discount-method.server";
import { setHoldOut, setKeepReasonsDays, setOfferDefaults, setSetupDismissed } from "../services/shops/preferences.server";
import { readSettings } from "../services/shops/settings-page.server";
import { startBackfill } from "../services/sync/start-backfill.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["settings"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { privacyRequests, ...settings } = await readSettings(shop, new Date());
  return json({
    ...settings,
    requests: privacyRequests.map(({ report, ...line }) => ({ ...line, report: report === null ? null : JSON.stringify(report, null, 2) })),
  });
}

const SettingsAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("holdOut"), percent: z.coerce.number().int().min(0).max(50) }),
  z.object({ intent: z.literal("keepReasons"), days: KeepReasonsDays }),
  z.object({ intent: z.literal("offerDefaults"), defaults: z.string().max(2_000).transform(parsedJson).pipe(OfferDefaults) }),
  z.object({ intent: z.literal("import"), kind: z.enum(["catalogue", "orders", "customers"]) }),
  z.object({ intent: z.literal("showSetup") }),
  z.object({ intent: z.literal("discountMethod"), method: z.enum(["function", "codes"]) }),
  z.object({ intent: z.literal("checkDiscount") }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = SettingsAction.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) return json<SettingsReply>({ result: "invalid" }, { status: 422 });
  const { data } = wanted;
  const now = new Date();
  switch (data.intent) {
    case "holdOut":
      await setHoldOut(shop, data.percent);
      return json<SettingsReply>({ result: "saved" });
    case "keepReasons":
      await setKeepReasonsDays(shop, data.days);
      return json<SettingsReply>({ result: "saved" });
    case "offerDefaults":
      await setOfferDefaults(shop, data.defaults, userId, now);
      return json<SettingsReply>({ result: "saved" });
    case "import":
      await startBackfill(shop, data.kind, now);
      return json<SettingsReply>({ result: "importStarted" });
    case "showSetup":
      await setSetupDismissed(shop, false, now);
      return json<SettingsReply>({ result: "setupShown" });
    case "discountMethod":
      await setDiscountMethod(shop, data.method);
      return json<SettingsReply>({ result: "saved" });
    case "checkDiscount":
      await queueDiscountCheck(shop);
      return json<SettingsReply>({ result: "checking" });
  }
}

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
