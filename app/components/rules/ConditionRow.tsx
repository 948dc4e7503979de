import { BlockStack, Box, Button, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { AlertTriangleIcon, XIcon } from "@shopify/polaris-icons";
import { Icon } from "@shopify/polaris";
import { useId } from "react";
import { needsCustomer } from "../../domain/rules/knowable";
import { ConditionValues } from "./ConditionValues";
import { conditionLabels, conditionSections, matchOptions } from "./condition-labels";
import { newLeaf } from "./leaf-form";
import type { LeafForm, LeafKind, MatchKind } from "./leaf-form";
import { useRuleContext } from "./rule-context";

const kindOptions = conditionSections.map(({ title, kinds }) => ({
  title,
  options: kinds.map((kind) => ({ value: kind, label: conditionLabels[kind] })),
}));

interface ConditionRowProps {
  leaf: LeafForm;
  path: string;
  onChange: (leaf: LeafForm) => void;
  onRemove: () => void;
}

/** One condition: what it looks at, how, and the values. */
export function ConditionRow({ leaf, path, onChange, onRemove }: ConditionRowProps) {
  const { messageAt, unknownAt } = useRuleContext();
  const errorId = useId();
  const matches = matchOptions(leaf.kind);
  const error = messageAt(path, "below");
  const unknown = unknownAt(path);
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <div role="group" aria-label={conditionLabels[leaf.kind]} aria-describedby={error ? errorId : undefined}>
        <BlockStack gap="200">
          <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
            <InlineStack gap="200">
              <Select
                label="Condition"
                labelHidden
                options={kindOptions}
                value={leaf.kind}
                onChange={(kind: LeafKind) => onChange({ ...newLeaf(kind), key: leaf.key })}
              />
              {matches && (
                <Select
                  label="How it must match"
                  labelHidden
                  options={matches}
                  value={leaf.match}
                  onChange={(match: MatchKind) => onChange({ ...leaf, match })}
                />
              )}
            </InlineStack>
            <Button
              icon={XIcon}
              variant="tertiary"
              accessibilityLabel={`Remove condition: ${conditionLabels[leaf.kind]}`}
              onClick={onRemove}
            />
          </InlineStack>
          <ConditionValues leaf={leaf} onChange={onChange} />
          {error && <InlineError message={error} fieldID={errorId} />}
          {unknown && (
            <InlineStack gap="100" wrap={false} blockAlign="start">
              <Box><Icon source={AlertTriangleIcon} tone="caution" /></Box>
              <Text as="p" tone="caution">{unknown}</Text>
            </InlineStack>
          )}
          {needsCustomer(leaf.kind) && (
            <Text as="p" tone="subdued">For a guest who can’t be recognised this isn’t known, and never counts as true.</Text>
          )}
        </BlockStack>
      </div>
    </Box>
  );
}
