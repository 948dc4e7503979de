import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Layout, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Timeline } from "../components/decisions/Timeline";
import { buildOrderStory } from "../components/decisions/build-order-story";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { readOrderStory } from "../services/reports/order-story.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["activity"] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const story = /^[1-9]\d{0,14}$/.test(params.orderId ?? "") ? await readOrderStory(t, shop, Number(params.orderId), new Date()) : null;
  if (!story) throw new Response("No such order", { status: 404 });
  return json(buildOrderStory(t, story));
}

export default function OrderStory() {
  const { id, name, customerId, timeZone, events, facts } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <Page
      title={t("activity:story.title", { order: name })} subtitle={t("activity:story.subtitle")} backAction={{ content: t("activity:title"), url: `/app/activity?order=${encodeURIComponent(name)}` }}
      secondaryActions={[
        { content: t("activity:decision.viewOrder"), url: `shopify://admin/orders/${String(id)}`, target: "_top" },
        ...(customerId === null ? [] : [{ content: t("activity:story.customerLink"), url: `shopify://admin/customers/${String(customerId)}`, target: "_top" as const }]),
      ]}
    >
      <Layout>
        <Layout.Section>
          <Card>
            <BlockStack gap="400">
              <Text as="h2" variant="headingMd">{t("activity:decision.happened")}</Text>
              <Timeline events={events} timeZone={timeZone} />
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">{t("activity:decision.knew")}</Text>
              {facts.map(({ label, value }) => (
                <BlockStack key={label}>
                  <Text as="span" tone="subdued">{label}</Text>
                  <Text as="span">{value}</Text>
                </BlockStack>
              ))}
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
