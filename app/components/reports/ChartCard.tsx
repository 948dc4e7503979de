import { BlockStack, Button, Card, DataTable, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { Suspense, lazy, useEffect, useState } from "react";
import { formatMinor } from "../../domain/money/money";

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
  /** "Day", "Week" or "Month". */
  stepName: string;
}

/** Added revenue over the period, as a chart or as the table it is drawn from. */
export function ChartCard({ steps, currency, stepName }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const empty = steps.every(({ impressions, revenueMinor }) => impressions === 0 && revenueMinor === 0);
  const total = steps.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">Added revenue</Text>
          {!empty && <Button variant="plain" onClick={() => setAsTable(!asTable)}>{asTable ? "Show as chart" : "Show as table"}</Button>}
        </InlineStack>
        {empty && <div className="chart-empty"><Text as="p" tone="subdued">Nothing in this period yet. Revenue appears here once an accepted item has arrived with its order.</Text></div>}
        {!empty && asTable && (
          <DataTable
            columnContentTypes={["text", "numeric", "numeric", "numeric"]}
            headings={[stepName, "Offers seen", "Accepted", "Added revenue"]}
            rows={steps.map((step) => [step.label, step.impressions, step.acceptances, formatMinor(step.revenueMinor, currency, "en")])}
            totals={["", sum(steps, "impressions"), sum(steps, "acceptances"), formatMinor(total, currency, "en")]}
            showTotalsInFooter
            increasedTableDensity
          />
        )}
        {!empty && !asTable && (
          <div className="chart" role="img" aria-label={`Added revenue by ${stepName.toLowerCase()}, ${formatMinor(total, currency, "en")} in all. The button above shows the same as a table.`}>
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
}

function sum(steps: ChartStep[], key: "impressions" | "acceptances"): number {
  return steps.reduce((total, step) => total + step[key], 0);
}
