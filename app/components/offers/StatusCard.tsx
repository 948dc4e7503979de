import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { figureDays } from "../../domain/offers/figure-days";
import type { OfferStatus } from "../../domain/offers/offer";
import { StatusBadge } from "./StatusBadge";
import { useRowFigures } from "./use-row-figures";

const none: readonly string[] = [];

interface StatusCardProps {
  /** Null for one not saved yet. */
  offer: { id: string; status: OfferStatus } | null;
  warnings: string[];
}

/** Where the offer stands, what became of it lately and what would keep it from being shown. */
export const StatusCard = memo(function StatusCard({ offer, warnings }: StatusCardProps) {
  const { t } = useTranslation();
  const status = offer?.status ?? null;
  const figures = useRowFigures(offer && offer.status !== "draft" ? [offer.id] : none);
  const lately = offer && figures?.get(offer.id);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">{t("offers:status.title")}</Text>
          <StatusBadge status={status ?? "draft"} />
        </InlineStack>
        <Text as="p">{t(`offers:status.${status ?? "unsaved"}`)}</Text>
        {lately && <Text as="p">{t("offers:status.lately", { days: figureDays, ...lately })}</Text>}
        {warnings.length > 0 && (
          <Banner tone="warning" title={t("offers:status.warnings")}>
            <List>{warnings.map((warning) => <List.Item key={warning}>{warning}</List.Item>)}</List>
          </Banner>
        )}
        {offer && <div><Button variant="plain" url="/app/activity">{t("offers:status.why")}</Button></div>}
      </BlockStack>
    </Card>
  );
});
