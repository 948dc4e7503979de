import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, Card, Layout, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { z } from "zod";
import { usePolling } from "../components/use-polling";
import { DiscountCard } from "../components/settings/DiscountCard";
import type { DiscountReply } from "../components/settings/DiscountCard";
import { HoldOutCard } from "../components/settings/HoldOutCard";
import type { HoldOutReply } from "../components/settings/HoldOutCard";
import { ImportCard } from "../components/settings/ImportCard";
import { PrivacyCard } from "../components/settings/PrivacyCard";
import { queueDiscountCheck } from "../services/discounts/discount-jobs.server";
import { setDiscountMethod } from "../services/discounts/discount-method.server";
import { setHoldOut, setSetupDismissed } from "../services/shops/preferences.server";
import { readSettings } from "../services/shops/settings-page.server";
import { startBackfill } from "../services/sync/start-backfill.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

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
  z.object({ intent: z.literal("import"), kind: z.enum(["catalogue", "orders"]) }),
  z.object({ intent: z.literal("showSetup") }),
  z.object({ intent: z.literal("discountMethod"), method: z.enum(["function", "codes"]) }),
  z.object({ intent: z.literal("checkDiscount") }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = SettingsAction.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) return json<HoldOutReply>({ error: "Use a whole number from 0 to 50" }, { status: 422 });
  const { data } = wanted;
  const now = new Date();
  switch (data.intent) {
    case "holdOut":
      await setHoldOut(shop, data.percent);
      return json<HoldOutReply>({ saved: data.percent });
    case "import":
      await startBackfill(shop, data.kind, now);
      return json<HoldOutReply>({ started: data.kind });
    case "showSetup":
      await setSetupDismissed(shop, false, now);
      return json<HoldOutReply>({ shown: true });
    case "discountMethod":
      await setDiscountMethod(shop, data.method);
      return json<DiscountReply>({ method: data.method });
    case "checkDiscount":
      await queueDiscountCheck(shop);
      return json<DiscountReply>({ checking: true });
  }
}

export default function Settings() {
  const { setup, holdOutPercent, setupDismissed, timeZone, requests, discount, coupons } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const fetcher = useFetcher<HoldOutReply>();
  usePolling([setup.catalogue, setup.orders].some(({ state }) => state === "running"));

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if ("started" in reply) shopify.toast.show("Import started");
    if ("shown" in reply) shopify.toast.show("Setup guide is back on the home page");
  }, [reply, shopify]);

  return (
    <Page title="Settings">
      <BlockStack gap="400">
        {setup.scopesMissing.length > 0 && (
          <Banner tone="warning" title="Encore is missing a permission">
            <Text as="p">{`Not granted: ${setup.scopesMissing.join(", ")}. Reload the app and accept the update that Shopify shows.`}</Text>
          </Banner>
        )}
        <Layout>
          <Layout.AnnotatedSection title="Measuring" description="Keep some customers without offers, to see what offers add.">
            <HoldOutCard percent={holdOutPercent} />
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection title="Discounts" description="How the price that an offer names reaches the checkout.">
            <DiscountCard {...discount} coupons={coupons} />
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection title="Imported data" description="A copy of your products and orders, from which offers are decided.">
            <ImportCard
              catalogue={setup.catalogue} orders={setup.orders} reconciledAt={setup.reconciledAt} timeZone={timeZone} busy={fetcher.state !== "idle"}
              onImport={(kind) => fetcher.submit({ intent: "import", kind }, { method: "post" })}
            />
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection title="Privacy" description="What is kept of your customers, and requests about it.">
            <PrivacyCard requests={requests} timeZone={timeZone} />
          </Layout.AnnotatedSection>
          {setupDismissed && (
            <Layout.AnnotatedSection title="Setup guide" description="You put it away on the home page.">
              <Card><Button onClick={() => fetcher.submit({ intent: "showSetup" }, { method: "post" })}>Show the setup guide again</Button></Card>
            </Layout.AnnotatedSection>
          )}
        </Layout>
      </BlockStack>
    </Page>
  );
}
