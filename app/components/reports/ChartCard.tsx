import { BlockStack, Button, Card, DataTable, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { Suspense, lazy, memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { countText, moneyText } from "../../i18n/values";

// Loaded on this page alone, after everything else.
const RevenueChart = lazy(() => import("./RevenueChart"));

export interface ChartStep {
  label: string;
  impressions: number;
  acceptances: number;
  revenueMinor: number;
}

interface ChartCardProps {
  steps: ChartStep[];
  currency: string;
}

/** Added revenue over the period, day by day, as a chart or as the table it is drawn from. */
export const ChartCard = memo(function ChartCard({ steps, currency }: ChartCardProps) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const empty = steps.every(({ impressions, revenueMinor }) => impressions === 0 && revenueMinor === 0);
  const total = steps.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">{t("home:chart.title")}</Text>
          {!empty && <Button variant="plain" onClick={() => setAsTable(!asTable)}>{t(asTable ? "home:chart.asChart" : "home:chart.asTable")}</Button>}
        </InlineStack>
        {empty && <div className="chart-empty"><Text as="p" tone="subdued">{t("home:chart.empty")}</Text></div>}
        {!empty && asTable && (
          <DataTable
            columnContentTypes={["text", "numeric", "numeric", "numeric"]}
            headings={[t("home:chart.day"), t("home:figures.seen"), t("home:figures.accepted"), t("home:figures.revenue")]}
            rows={steps.map((step) => [step.label, countText(t, step.impressions), countText(t, step.acceptances), moneyText(t, step.revenueMinor, currency)])}
            totals={["", countText(t, sum(steps, "impressions")), countText(t, sum(steps, "acceptances")), moneyText(t, total, currency)]}
            showTotalsInFooter
            increasedTableDensity
          />
        )}
        {!empty && !asTable && (
          <div className="chart" role="img" aria-label={t("home:chart.label", { total: { minor: total, currency } })}>
            {mounted ? (
              <Suspense fallback={<SkeletonBodyText lines={8} />}><RevenueChart steps={steps} currency={currency} /></Suspense>
            ) : (
              <SkeletonBodyText lines={8} />
            )}
          </div>
        )}
      </BlockStack>
    </Card>
  );
});

function sum(steps: ChartStep[], key: "impressions" | "acceptances"): number {
  return steps.reduce((total, step) => total + step[key], 0);
}
