import { Badge, BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useMemo } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNarrow } from "../use-narrow";
import type { OutcomeLabel } from "./outcome-text";

export interface ActivityLine {
  id: string;
  time: string;
  /** "#1001", or what stands for an order that has not arrived. */
  order: string;
  arrived: boolean;
  /** Of a test order: in no figure. */
  isTest: boolean;
  placement: string;
  outcome: OutcomeLabel;
  /** What was offered, or why nothing was. */
  story: string;
  /** The offer's name; empty when nothing was offered. */
  offer: string;
  net: string;
}

interface ActivityTableProps {
  lines: ActivityLine[];
  emptyState: ReactNode;
  pagination: { hasNext: boolean; hasPrevious: boolean; onNext: () => void; onPrevious: () => void } | null;
}

export function ActivityTable({ lines, emptyState, pagination }: ActivityTableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  // The same rows while filters are opened and typed into.
  const rows = useMemo(() => lines.map((line, index) => (
    <IndexTable.Row key={line.id} id={line.id} position={index}>
      {isNarrow ? (
        <div className="narrow-row">
          <BlockStack gap="100">
            <InlineStack align="space-between" gap="200"><OrderLink line={line} /><Text as="span" numeric>{line.net}</Text></InlineStack>
            <InlineStack gap="200"><OutcomeBadge outcome={line.outcome} /><Text as="span" tone="subdued">{t("activity:table.narrow", { placement: line.placement, time: line.time })}</Text></InlineStack>
            <Story line={line} />
          </BlockStack>
        </div>
      ) : (
        <>
          <IndexTable.Cell>{line.time}</IndexTable.Cell>
          <IndexTable.Cell><OrderLink line={line} /></IndexTable.Cell>
          <IndexTable.Cell>{line.placement}</IndexTable.Cell>
          <IndexTable.Cell><OutcomeBadge outcome={line.outcome} /></IndexTable.Cell>
          <IndexTable.Cell className="wrapping-cell"><Story line={line} /></IndexTable.Cell>
          <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.net}</Text></IndexTable.Cell>
        </>
      )}
    </IndexTable.Row>
  )), [lines, isNarrow, t]);
  return (
    <IndexTable
      resourceName={{ singular: t("activity:table.one"), plural: t("activity:table.many") }}
      itemCount={lines.length}
      selectable={false}
      condensed={isNarrow}
      emptyState={emptyState}
      {...(pagination && { pagination })}
      headings={[
        { title: t("activity:table.time") }, { title: t("activity:table.order") }, { title: t("activity:table.placement") }, { title: t("activity:table.outcome") },
        { title: t("activity:table.story") }, { title: t("activity:table.net"), alignment: "end" },
      ]}
    >
      {rows}
    </IndexTable>
  );
}

function OrderLink({ line }: { line: ActivityLine }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Link dataPrimaryLink url={`/app/activity/${line.id}`} monochrome removeUnderline>
        <Text as="span" fontWeight={line.arrived ? "semibold" : "regular"} {...(!line.arrived && { tone: "subdued" as const })}>
          {line.order}
        </Text>
      </Link>
      {line.isTest && <TestOrderBadge />}
    </InlineStack>
  );
}

/** Marks what is shown and counted nowhere. */
export function TestOrderBadge() {
  const { t } = useTranslation();
  return <Badge tone="attention">{t("activity:table.testOrder")}</Badge>;
}

export function OutcomeBadge({ outcome }: { outcome: OutcomeLabel }) {
  return <Badge {...(outcome.tone && { tone: outcome.tone })}>{outcome.label}</Badge>;
}

function Story({ line }: { line: ActivityLine }) {
  return (
    <BlockStack>
      <Text as="span">{line.story}</Text>
      {line.offer !== "" && <Text as="span" tone="subdued">{line.offer}</Text>}
    </BlockStack>
  );
}
