import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OfferStatus } from "../../domain/offers/offer";
import { StatusBadge } from "./StatusBadge";

interface StatusCardProps {
  status: OfferStatus | null;
  warnings: string[];
}

/** Where the offer stands and what would keep it from being shown. */
export function StatusCard({ status, warnings }: StatusCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">{t("offers:status.title")}</Text>
          <StatusBadge status={status ?? "draft"} />
        </InlineStack>
        <Text as="p">{t(`offers:status.${status ?? "unsaved"}`)}</Text>
        {warnings.length > 0 && (
          <Banner tone="warning" title={t("offers:status.warnings")}>
            <List>{warnings.map((warning) => <List.Item key={warning}>{warning}</List.Item>)}</List>
          </Banner>
        )}
        {status !== null && <div><Button variant="plain" url="/app/activity">{t("offers:status.why")}</Button></div>}
      </BlockStack>
    </Card>
  );
}
