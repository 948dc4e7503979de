import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { timeText } from "../../i18n/values";

export interface ImportState {
  state: "notStarted" | "running" | "done" | "failed";
  share: number | null;
  records: number;
  error: string | null;
  finishedAt: string | null;
}

export type ImportKind = "catalogue" | "orders" | "customers";

interface ImportCardProps {
  catalogue: ImportState;
  orders: ImportState;
  customers: ImportState;
  reconciledAt: string | null;
  timeZone: string;
  busy: boolean;
  onImport: (kind: ImportKind) => void;
}

const tones = { notStarted: null, running: "info", done: "success", failed: "critical" } as const;

/** What has been copied from Shopify, and the way to copy it anew. */
export function ImportCard({ catalogue, orders, customers, reconciledAt, timeZone, busy, onImport }: ImportCardProps) {
  const { t } = useTranslation();
  const row = (kind: ImportKind, run: ImportState) => {
    const tone = tones[run.state];
    const progressId = `import-${kind}`;
    const values = { count: run.records, ...(run.finishedAt !== null && { at: run.finishedAt, timeZone }) };
    return (
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="bodyMd" fontWeight="semibold">{t(`settings:import.${kind}.title`)}</Text>
            <Badge {...(tone !== null && { tone })}>{t(`settings:import.state.${run.state}`)}</Badge>
          </InlineStack>
          <Button disabled={busy || run.state === "running"} accessibilityLabel={t(`settings:import.${kind}.again`)} onClick={() => onImport(kind)}>{t("settings:import.again")}</Button>
        </InlineStack>
        {run.state === "running" && <ProgressBar progress={Math.round((run.share ?? 0) * 100)} size="small" ariaLabelledBy={progressId} />}
        <Text as="p" tone="subdued" id={progressId}>{t(run.finishedAt === null ? `settings:import.${kind}.records` : `settings:import.${kind}.recordsAt`, values)}</Text>
        {run.error !== null && run.error !== "" && <Text as="p" tone="critical">{run.error}</Text>}
      </BlockStack>
    );
  };
  return (
    <Card>
      <BlockStack gap="500">
        {row("catalogue", catalogue)}
        {row("orders", orders)}
        {row("customers", customers)}
        <Text as="p" tone="subdued">{reconciledAt === null ? t("settings:import.changes") : t("settings:import.checked", { at: timeText(t, reconciledAt, timeZone) })}</Text>
      </BlockStack>
    </Card>
  );
}
