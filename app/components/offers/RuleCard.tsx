import { BlockStack, Card, Text } from "@shopify/polaris";
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
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
}
