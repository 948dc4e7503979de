import { BlockStack, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { RuleEstimate } from "../../domain/offers/rule-estimate";
import { countText } from "../../i18n/values";
import { useEstimate } from "./use-estimate";

interface EstimateCardProps {
  /** As it is sent to be saved, whole or not. */
  rule: unknown;
  placements: readonly string[];
  /** Of the rule's outermost conditions, in their order. */
  conditionNames: readonly string[];
}

/** How many of the newest orders meet the rule, while it is written. */
export const EstimateCard = memo(function EstimateCard({ rule, placements, conditionNames }: EstimateCardProps) {
  const { t } = useTranslation();
  const { estimate, working } = useEstimate(rule, placements);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("offers:estimate.title")}</Text>
        <div className="estimate" role="status" aria-busy={working}>
          {estimate ? <Found estimate={estimate} conditionNames={conditionNames} /> : <Text as="p">{t(working ? "offers:estimate.working" : "offers:estimate.notWhole")}</Text>}
        </div>
        <Text as="p" tone="subdued" variant="bodySm">{t("offers:estimate.about")}</Text>
      </BlockStack>
    </Card>
  );
});

function Found({ estimate, conditionNames }: { estimate: RuleEstimate; conditionNames: readonly string[] }) {
  const { t } = useTranslation();
  const { orders, reachable, qualified, unknown, parts, isUntold } = estimate;
  if (orders === 0) return <Text as="p">{t("offers:estimate.noOrders")}</Text>;
  if (isUntold) return <Text as="p">{t("offers:estimate.untold")}</Text>;
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold"><span id="estimate-found">{t("offers:estimate.qualified", { count: qualified, orders })}</span></Text>
      <ProgressBar progress={(qualified / orders) * 100} size="small" tone="primary" animated={false} ariaLabelledBy="estimate-found" />
      {reachable < orders && <Text as="p" variant="bodySm" tone="subdued">{t("offers:estimate.unreachable", { count: orders - reachable })}</Text>}
      {unknown > 0 && <Text as="p" variant="bodySm" tone="subdued">{t("offers:estimate.unknown", { count: unknown })}</Text>}
      {parts.length > 1 && parts.length === conditionNames.length && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingXs">{t("offers:estimate.parts")}</Text>
          {parts.map((met, at) => (
            <InlineStack key={at} align="space-between" gap="200" wrap={false}>
              <Text as="span" variant="bodySm">{conditionNames[at]}</Text>
              <Text as="span" variant="bodySm" numeric>{countText(t, met)}</Text>
            </InlineStack>
          ))}
        </BlockStack>
      )}
    </BlockStack>
  );
}
