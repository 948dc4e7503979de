import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { timeText } from "../time-text";

export interface ImportState {
  state: "notStarted" | "running" | "done" | "failed";
  share: number | null;
  records: number;
  error: string | null;
  finishedAt: string | null;
}

interface ImportCardProps {
  catalogue: ImportState;
  orders: ImportState;
  reconciledAt: string | null;
  timeZone: string;
  busy: boolean;
  onImport: (kind: "catalogue" | "orders") => void;
}

const badges = {
  notStarted: { label: "Not started" }, running: { label: "Importing", tone: "info" },
  done: { label: "Up to date", tone: "success" }, failed: { label: "Stopped", tone: "critical" },
} as const;

/** What has been copied from Shopify, and the way to copy it anew. */
export function ImportCard({ catalogue, orders, reconciledAt, timeZone, busy, onImport }: ImportCardProps) {
  const row = (kind: "catalogue" | "orders", title: string, noun: string, run: ImportState) => {
    const badge = badges[run.state];
    return (
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="bodyMd" fontWeight="semibold">{title}</Text>
            <Badge {...("tone" in badge && { tone: badge.tone })}>{badge.label}</Badge>
          </InlineStack>
          <Button disabled={busy || run.state === "running"} accessibilityLabel={`Import again: ${noun}`} onClick={() => onImport(kind)}>Import again</Button>
        </InlineStack>
        {run.state === "running" && <ProgressBar progress={Math.round((run.share ?? 0) * 100)} size="small" ariaLabelledBy={`import-${kind}`} />}
        <Text as="p" tone="subdued">
          <span id={`import-${kind}`}>
            {`${run.records.toLocaleString("en")} ${noun}${run.finishedAt ? `, ${timeText(run.finishedAt, timeZone)}` : ""}`}
          </span>
        </Text>
        {run.error !== null && run.error !== "" && <Text as="p" tone="critical">{run.error}</Text>}
      </BlockStack>
    );
  };
  return (
    <Card>
      <BlockStack gap="500">
        {row("catalogue", "Products", "products", catalogue)}
        {row("orders", "Orders", "orders", orders)}
        <Text as="p" tone="subdued">
          {reconciledAt === null ? "Changes arrive from Shopify as they happen." : `Changes arrive from Shopify as they happen. Last checked for missed ones on ${timeText(reconciledAt, timeZone)}.`}
        </Text>
      </BlockStack>
    </Card>
  );
}
