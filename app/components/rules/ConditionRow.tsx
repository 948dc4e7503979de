import { BlockStack, Box, Button, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { AlertTriangleIcon, XIcon } from "@shopify/polaris-icons";
import { Icon } from "@shopify/polaris";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { needsCustomer } from "../../domain/rules/knowable";
import { ConditionValues } from "./ConditionValues";
import { conditionSections, matchOptions } from "./condition-labels";
import { newLeaf } from "./leaf-form";
import type { LeafForm, LeafKind, MatchKind } from "./leaf-form";
import { useRuleContext } from "./rule-context";

interface ConditionRowProps {
  leaf: LeafForm;
  path: string;
  onChange: (leaf: LeafForm) => void;
  onRemove: () => void;
}

/** One condition: what it looks at, how, and the values. */
export function ConditionRow({ leaf, path, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation();
  const { messageAt, unknownAt } = useRuleContext();
  const errorId = useId();
  const matches = matchOptions(t, leaf.kind);
  const error = messageAt(path, "below");
  const unknown = unknownAt(path);
  const name = t(`rules:condition.${leaf.kind}`);
  const kindOptions = conditionSections.map(({ section, kinds }) => ({
    title: t(`rules:section.${section}`),
    options: kinds.map((kind) => ({ value: kind, label: t(`rules:condition.${kind}`) })),
  }));
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <div role="group" aria-label={name} aria-describedby={error ? errorId : undefined}>
        <BlockStack gap="200">
          <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
            <InlineStack gap="200">
              <Select
                label={t("rules:row.kind")}
                labelHidden
                options={kindOptions}
                value={leaf.kind}
                onChange={(kind: LeafKind) => onChange({ ...newLeaf(kind), key: leaf.key })}
              />
              {matches && (
                <Select
                  label={t("rules:row.match")}
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
              accessibilityLabel={t("rules:row.remove", { name })}
              onClick={onRemove}
            />
          </InlineStack>
          <div data-place={path}><BlockStack gap="200"><ConditionValues leaf={leaf} onChange={onChange} /></BlockStack></div>
          {error && <InlineError message={error} fieldID={errorId} />}
          {unknown && (
            <InlineStack gap="100" wrap={false} blockAlign="start">
              <Box><Icon source={AlertTriangleIcon} tone="caution" /></Box>
              <Text as="p" tone="caution">{unknown}</Text>
            </InlineStack>
          )}
          {needsCustomer(leaf.kind) && (
            <Text as="p" tone="subdued">{t("rules:row.guest")}</Text>
          )}
        </BlockStack>
      </div>
    </Box>
  );
}
