import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MAX_CONDITIONS, MAX_DEPTH, MAX_ENTRIES } from "../../domain/rules/limits";
import { RuleFile } from "../rules/RuleFile";
import { RuleGroup } from "../rules/RuleGroup";
import { RuleContext } from "../rules/rule-context";
import type { RuleContextValue } from "../rules/rule-context";
import type { CardProps } from "./card-props";

export function RuleCard({ form, change, context }: Pick<CardProps, "form" | "change"> & { context: RuleContextValue }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:rule.title")}</Text>
        <RuleContext.Provider value={context}>
          <RuleGroup group={form.rule} path="rule" onChange={(rule) => change({ rule })} />
          <Text as="p" tone="subdued">{t("offers:rule.limits", { conditions: MAX_CONDITIONS, depth: MAX_DEPTH, entries: MAX_ENTRIES })}</Text>
          <RuleFile rule={form.rule} onChange={(rule) => change({ rule })} />
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
}
