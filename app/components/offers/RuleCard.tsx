import { BlockStack, Card, Text } from "@shopify/polaris";
import { MAX_CONDITIONS, MAX_DEPTH, MAX_ENTRIES } from "../../domain/rules/limits";
import { RuleFile } from "../rules/RuleFile";
import { RuleGroup } from "../rules/RuleGroup";
import { RuleContext } from "../rules/rule-context";
import type { RuleContextValue } from "../rules/rule-context";
import type { CardProps } from "./card-props";

export function RuleCard({ form, change, context }: Pick<CardProps, "form" | "change"> & { context: RuleContextValue }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Rule</Text>
        <RuleContext.Provider value={context}>
          <RuleGroup group={form.rule} path="rule" onChange={(rule) => change({ rule })} />
          <Text as="p" tone="subdued">{`Up to ${MAX_CONDITIONS} conditions, groups up to ${MAX_DEPTH} deep, ${MAX_ENTRIES} entries in a list.`}</Text>
          <RuleFile rule={form.rule} onChange={(rule) => change({ rule })} />
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
}
