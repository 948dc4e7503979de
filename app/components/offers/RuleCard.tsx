import { BlockStack, Card, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { MAX_CONDITIONS, MAX_DEPTH, MAX_ENTRIES } from "../../domain/rules/limits";
import { RuleFile } from "../rules/RuleFile";
import { RuleGroup } from "../rules/RuleGroup";
import { RuleContext } from "../rules/rule-context";
import type { RuleContextValue } from "../rules/rule-context";
import type { CardProps } from "./card-props";

type RuleCardProps = Omit<CardProps<"rule">, "messageAt"> & { context: RuleContextValue };

export const RuleCard = memo(function RuleCard({ rule, change, context }: RuleCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:rule.title")}</Text>
        <RuleContext.Provider value={context}>
          <RuleGroup group={rule} path="rule" onChange={(changed) => change({ rule: changed })} />
          <Text as="p" tone="subdued">{t("offers:rule.limits", { conditions: MAX_CONDITIONS, depth: MAX_DEPTH, entries: MAX_ENTRIES })}</Text>
          <RuleFile rule={rule} onChange={(changed) => change({ rule: changed })} />
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
});
