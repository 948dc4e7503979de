import { ActionList, BlockStack, Box, Button, InlineStack, Popover, Select, Text } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { startTransition, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_DEPTH } from "../../domain/rules/limits";
import { ConditionRow } from "./ConditionRow";
import { conditionSections, groupOptions } from "./condition-labels";
import { newLeaf } from "./leaf-form";
import type { LeafKind } from "./leaf-form";
import { isGroup, newGroup } from "./rule-form";
import type { GroupForm, GroupKind, NodeForm } from "./rule-form";
import { useRuleContext } from "./rule-context";

interface RuleGroupProps {
  group: GroupForm;
  /** Where the group stands in the rule ("rule.conditions.1"); errors are found by it. */
  path: string;
  depth?: number;
  onChange: (group: GroupForm) => void;
  onRemove?: () => void;
}

/** A group of conditions that reads as a sentence; groups stand in groups. */
export function RuleGroup({ group, path, depth = 1, onChange, onRemove }: RuleGroupProps) {
  const { t } = useTranslation();
  const { messageAt } = useRuleContext();
  const container = useRef<HTMLDivElement>(null);
  const [focusOn, setFocusOn] = useState<number | "add" | null>(null);
  const error = messageAt(`${path}.conditions`, "exact");

  // Someone working by keyboard carries on in the row just added, or at the button once a row is gone.
  useEffect(() => {
    if (focusOn === null) return;
    const place = focusOn === "add" ? "[data-add-condition]" : `[data-condition="${focusOn}"]`;
    const target = container.current?.querySelector(`:scope > * > ${place}, :scope > * > * > ${place}`);
    const field = target?.querySelector<HTMLElement>("select, input, button") ?? null;
    field?.focus();
    setFocusOn(null);
  }, [focusOn]);

  const replace = (index: number, node: NodeForm) =>
    onChange({ ...group, conditions: group.conditions.map((old, at) => (at === index ? node : old)) });
  const remove = (index: number) => {
    onChange({ ...group, conditions: group.conditions.filter((_, at) => at !== index) });
    setFocusOn("add");
  };
  const add = (node: NodeForm) => {
    onChange({ ...group, conditions: [...group.conditions, node] });
    setFocusOn(group.conditions.length);
  };

  return (
    <div ref={container} data-place={path} role="group" aria-label={t(depth === 1 ? "rules:group.label" : "rules:group.labelInner")} className={depth > 1 ? "rule-group" : undefined}>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center" align="space-between" wrap={false}>
          <InlineStack gap="200" blockAlign="center">
            <Text as="span">{t(depth === 1 ? "rules:group.lead" : "rules:group.leadInner")}</Text>
            <Select
              label={t("rules:group.combine")}
              labelHidden
              options={groupOptions(t)}
              value={group.kind}
              onChange={(kind: GroupKind) => onChange({ ...group, kind })}
            />
          </InlineStack>
          {onRemove && <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={t("rules:group.remove")} onClick={onRemove} />}
        </InlineStack>
        {group.conditions.length === 0 && (
          <Text as="p" tone="subdued">
            {t(group.kind === "any" ? "rules:group.emptyAny" : "rules:group.empty")}
          </Text>
        )}
        {group.conditions.map((node, index) => (
          <div key={node.key} data-condition={index}>
            {isGroup(node) ? (
              <RuleGroup
                group={node}
                path={`${path}.conditions.${index}`}
                depth={depth + 1}
                onChange={(changed) => replace(index, changed)}
                onRemove={() => remove(index)}
              />
            ) : (
              <ConditionRow
                leaf={node}
                path={`${path}.conditions.${index}`}
                onChange={(changed) => replace(index, changed)}
                onRemove={() => remove(index)}
              />
            )}
          </div>
        ))}
        {error && <Text as="p" tone="critical">{error}</Text>}
        <Box>
          <div data-add-condition>
            <InlineStack gap="200">
              <AddCondition onAdd={(kind) => add(newLeaf(kind))} />
              {depth < MAX_DEPTH && (
                <Button variant="tertiary" onClick={() => add(newGroup(group.kind === "any" ? "all" : "any"))}>{t("rules:group.addGroup")}</Button>
              )}
            </InlineStack>
          </div>
        </Box>
      </BlockStack>
    </div>
  );
}

function AddCondition({ onAdd }: { onAdd: (kind: LeafKind) => void }) {
  const { t } = useTranslation();
  const { unknownNote } = useRuleContext();
  const [open, setOpen] = useState(false);
  const noteOf = (kind: LeafKind) => {
    const helpText = unknownNote(kind);
    return helpText === undefined ? {} : { helpText };
  };
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      preferredAlignment="left"
      // Some forty entries: the click is answered before they are drawn.
      activator={<Button icon={PlusIcon} disclosure onClick={() => startTransition(() => setOpen(!open))}>{t("rules:group.addCondition")}</Button>}
    >
      <ActionList
        actionRole="menuitem"
        sections={conditionSections.map(({ section, kinds }) => ({
          title: t(`rules:section.${section}`),
          items: kinds.map((kind) => ({
            content: t(`rules:condition.${kind}`),
            ...noteOf(kind),
            onAction: () => {
              setOpen(false);
              onAdd(kind);
            },
          })),
        }))}
      />
    </Popover>
  );
}
