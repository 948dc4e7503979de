import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { OfferStatus } from "../../domain/offers/offer";
import { StatusBadge } from "./StatusBadge";

const meaning: Record<OfferStatus, string> = {
  draft: "Customers don’t see this offer yet.",
  active: "Customers see this offer when its rule and schedule allow it.",
  paused: "Customers don’t see this offer until you resume it.",
  archived: "Kept for its history. Customers don’t see it.",
};

interface StatusCardProps {
  status: OfferStatus | null;
  warnings: string[];
}

/** Where the offer stands and what would keep it from being shown. */
export function StatusCard({ status, warnings }: StatusCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">Status</Text>
          <StatusBadge status={status ?? "draft"} />
        </InlineStack>
        <Text as="p">{status === null ? "Saved as a draft first. Publish it when you’re ready." : meaning[status]}</Text>
        {warnings.length > 0 && (
          <Banner tone="warning" title="Worth a look">
            <List>{warnings.map((warning) => <List.Item key={warning}>{warning}</List.Item>)}</List>
          </Banner>
        )}
        {status !== null && <div><Button variant="plain" url="/app/activity">Why was or wasn’t it shown?</Button></div>}
      </BlockStack>
    </Card>
  );
}
