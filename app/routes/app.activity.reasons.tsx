import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Card, DataTable, Link, Page, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { countedReasonText } from "../components/decisions/reason-counts-text";
import { periodChoices, periodName } from "../components/reports/period-labels";
import type { PageTexts } from "../i18n/page-texts";
import { countText, shareText } from "../i18n/values";
import { readReasonCounts } from "../services/reports/reason-counts.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["activity", "home"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const period = periodName(new URL(request.url).searchParams.get("period"));
  return json({ period, ...(await readReasonCounts(shop, period, new Date())) });
}

export default function Reasons() {
  const { period, reasons, orders } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  return (
    <Page title={t("activity:reasons.title")} subtitle={t("activity:reasons.subtitle")} backAction={{ content: t("activity:title"), url: "/app/activity" }}>
      <Card padding="0">
        <Box padding="400">
          <Select label={t("activity:reasons.period")} options={periodChoices(t)} value={period} onChange={(value) => setParams({ period: value }, { preventScrollReset: true })} />
        </Box>
        {reasons.length === 0
          ? <Box padding="400"><Text as="p" tone="subdued">{t("activity:reasons.none")}</Text></Box>
          : (
            <DataTable
              columnContentTypes={["text", "numeric", "numeric"]} headings={[t("activity:reasons.reason"), t("activity:reasons.orders"), t("activity:reasons.share")]} increasedTableDensity
              rows={reasons.map(({ reason, orders: count }) => [
                <Link key={reason} url={`/app/activity?reason=${encodeURIComponent(reason)}&period=${period}&show=eligible`} removeUnderline>{countedReasonText(t, reason)}</Link>,
                countText(t, count), shareText(t, count, orders),
              ])}
            />
          )}
        <Box padding="400">
          <BlockStack gap="100">
            <Text as="p" tone="subdued" variant="bodySm">{t("activity:reasons.howCounted")}</Text>
            <Text as="p" tone="subdued" variant="bodySm">{t("activity:reasons.howLong")}</Text>
          </BlockStack>
        </Box>
      </Card>
    </Page>
  );
}
