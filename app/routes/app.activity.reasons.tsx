import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Card, DataTable, Link, Page, Select, Text } from "@shopify/polaris";
import { countText, shareText } from "../components/backtest/count-text";
import { countedReasonText } from "../components/decisions/reason-counts-text";
import { periodName, periodOptions } from "../components/reports/period-labels";
import { readReasonCounts } from "../services/reports/reason-counts.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const period = periodName(new URL(request.url).searchParams.get("period"));
  return json({ period, ...(await readReasonCounts(shop, period, new Date())) });
}

export default function Reasons() {
  const { period, reasons, orders } = useLoaderData<typeof loader>();
  const [, setParams] = useSearchParams();
  return (
    <Page title="Reasons" subtitle="What decided on the orders that Encore was asked about." backAction={{ content: "Activity", url: "/app/activity" }}>
      <Card padding="0">
        <Box padding="400">
          <Select label="Period" options={periodOptions} value={period} onChange={(value) => setParams({ period: value }, { preventScrollReset: true })} />
        </Box>
        {reasons.length === 0
          ? <Box padding="400"><Text as="p" tone="subdued">Encore was asked about no order in this period.</Text></Box>
          : (
            <DataTable
              columnContentTypes={["text", "numeric", "numeric"]} headings={["Reason", "Orders", "Share"]} increasedTableDensity
              rows={reasons.map(({ reason, orders: count }) => [
                <Link key={reason} url={`/app/activity?reason=${encodeURIComponent(reason)}&period=${period}&show=eligible`} removeUnderline>{countedReasonText(reason)}</Link>,
                countText(count), shareText(count, orders),
              ])}
            />
          )}
        <Box padding="400">
          <BlockStack gap="100">
            <Text as="p" tone="subdued" variant="bodySm">Each order counts once, by the reason that decided: what ended the matter, or why the first offer in your order didn’t fit.</Text>
            <Text as="p" tone="subdued" variant="bodySm">The details behind a decision are kept for 90 days; these counts stay.</Text>
          </BlockStack>
        </Box>
      </Card>
    </Page>
  );
}
