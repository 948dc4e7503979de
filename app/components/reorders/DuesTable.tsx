import { Badge, BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "../../i18n/values";
import { PicturedProduct } from "../PicturedProduct";
import { useNarrow } from "../use-narrow";

export interface DueRow {
  id: string;
  /** At Shopify; null for a guest. */
  customerId: number | null;
  productId: number;
  productTitle: string;
  imageUrl: string | null;
  /** Days as 2026-11-21. */
  dueFrom: string;
  dueUntil: string;
  timesBought: number;
  lastOrderId: number;
  lastOrderName: string | null;
  /** ISO 8601. */
  lastBoughtAt: string;
  isDue: boolean;
}

interface DuesTableProps {
  rows: DueRow[];
  timeZone: string;
  loading: boolean;
  emptyState: ReactNode;
  pagination: IndexTableProps["pagination"] | null;
}

/** Who is due to buy what again. Names stay at Shopify: a customer and an order are links there. */
export function DuesTable({ rows, timeZone, loading, emptyState, pagination }: DuesTableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  return (
    <IndexTable
      resourceName={{ singular: t("reorders:table.one"), plural: t("reorders:table.many") }} itemCount={rows.length} selectable={false} loading={loading} condensed={isNarrow}
      emptyState={emptyState} {...(pagination && { pagination })}
      headings={[
        { title: t("reorders:table.due") }, { title: t("reorders:table.product") }, { title: t("reorders:table.customer") },
        { title: t("reorders:table.lastOrder") }, { title: t("reorders:table.times"), alignment: "end" },
      ]}
    >
      {rows.map((row, index) => (
        <IndexTable.Row key={row.id} id={row.id} position={index}>
          {isNarrow ? (
            <div className="narrow-row">
              <BlockStack gap="200">
                <Product row={row} />
                <Due row={row} />
                <InlineStack gap="300"><Customer row={row} /><LastOrder row={row} timeZone={timeZone} /></InlineStack>
                <Text as="span" tone="subdued">{t("reorders:table.boughtTimes", { count: row.timesBought })}</Text>
              </BlockStack>
            </div>
          ) : (
            <>
              <IndexTable.Cell><Due row={row} /></IndexTable.Cell>
              <IndexTable.Cell className="wrapping-name"><Product row={row} /></IndexTable.Cell>
              <IndexTable.Cell><Customer row={row} /></IndexTable.Cell>
              <IndexTable.Cell><LastOrder row={row} timeZone={timeZone} /></IndexTable.Cell>
              <IndexTable.Cell><Text as="span" alignment="end" numeric>{t("common:number", { value: row.timesBought })}</Text></IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Due({ row: { dueFrom, dueUntil, isDue } }: { row: DueRow }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Text as="span">{t("reorders:table.range", { from: dueFrom, until: dueUntil })}</Text>
      <Badge {...(isDue && { tone: "attention" as const })}>{isDue ? t("reorders:due.now") : t("reorders:due.later")}</Badge>
    </BlockStack>
  );
}

function Product({ row: { productId, productTitle, imageUrl } }: { row: DueRow }) {
  const { t } = useTranslation();
  return <PicturedProduct productId={productId} title={productTitle === "" ? t("reorders:table.goneProduct") : productTitle} imageUrl={imageUrl} isPrimary={false} />;
}

function Customer({ row: { customerId } }: { row: DueRow }) {
  const { t } = useTranslation();
  if (customerId === null) return <Text as="span" tone="subdued">{t("reorders:table.guest")}</Text>;
  return <Link url={`shopify://admin/customers/${String(customerId)}`} target="_top">{t("reorders:table.customerNumber", { id: String(customerId) })}</Link>;
}

function LastOrder({ row: { lastOrderId, lastOrderName, lastBoughtAt }, timeZone }: { row: DueRow; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <BlockStack>
      <Link url={`shopify://admin/orders/${String(lastOrderId)}`} target="_top">{lastOrderName ?? t("reorders:table.order")}</Link>
      <Text as="span" tone="subdued">{dayText(t, lastBoughtAt, timeZone)}</Text>
    </BlockStack>
  );
}
