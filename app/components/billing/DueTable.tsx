import { BlockStack, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { dayText, moneyText } from "../../i18n/values";
import { useNarrow } from "../use-narrow";

export interface DueTableLine {
  acceptanceKey: string;
  decisionId: string;
  orderId: number;
  orderName: string | null;
  offerName: string | null;
  changedAt: string;
  grossMinor: number;
  refundMinor: number;
  taxMinor: number;
  netMinor: number;
  feeMinor: number;
}

interface DueTableProps {
  lines: DueTableLine[];
  currency: string;
  timeZone: string;
  pagination: IndexTableProps["pagination"] | null;
}

/** One row an accepted offer; each leads to its order's story. */
export function DueTable({ lines, currency, timeZone, pagination }: DueTableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const money = (minor: number) => <Text as="span" numeric alignment="end">{moneyText(t, minor, currency)}</Text>;
  const end = "end" as const;
  return (
    <Card padding="0">
      <IndexTable
        resourceName={{ singular: t("billing:lines.one"), plural: t("billing:lines.many") }} itemCount={lines.length} selectable={false} condensed={isNarrow}
        emptyState={<div className="card-head"><Text as="p">{t("billing:lines.empty")}</Text></div>}
        {...(pagination && { pagination })}
        headings={[
          { title: t("billing:column.order") }, { title: t("billing:column.offer") }, { title: t("billing:column.gross"), alignment: end }, { title: t("billing:column.refund"), alignment: end },
          { title: t("billing:column.tax"), alignment: end }, { title: t("billing:column.shipping"), alignment: end }, { title: t("billing:column.net"), alignment: end }, { title: t("billing:column.fee"), alignment: end },
        ]}
      >
        {lines.map((line, index) => {
          const order = line.orderName ?? t("billing:lines.gone");
          const offer = line.offerName ?? "";
          const link = <Link dataPrimaryLink url={`/app/activity/${line.decisionId}`} monochrome removeUnderline>{order}</Link>;
          return (
            <IndexTable.Row key={line.acceptanceKey} id={line.acceptanceKey} position={index}>
              {isNarrow ? (
                <div className="narrow-row">
                  <BlockStack gap="100">
                    <InlineStack align="space-between" gap="200">{link}{money(line.feeMinor)}</InlineStack>
                    <Text as="span" tone="subdued">{t("billing:lines.narrow", { offer, at: dayText(t, line.changedAt, timeZone), net: moneyText(t, line.netMinor, currency) })}</Text>
                  </BlockStack>
                </div>
              ) : (
                <>
                  <IndexTable.Cell>{link}</IndexTable.Cell>
                  <IndexTable.Cell className="wrapping-name">{offer}</IndexTable.Cell>
                  <IndexTable.Cell>{money(line.grossMinor)}</IndexTable.Cell>
                  <IndexTable.Cell>{money(line.refundMinor)}</IndexTable.Cell>
                  <IndexTable.Cell>{money(-line.taxMinor)}</IndexTable.Cell>
                  <IndexTable.Cell>{money(0)}</IndexTable.Cell>
                  <IndexTable.Cell>{money(line.netMinor)}</IndexTable.Cell>
                  <IndexTable.Cell>{money(line.feeMinor)}</IndexTable.Cell>
                </>
              )}
            </IndexTable.Row>
          );
        })}
      </IndexTable>
    </Card>
  );
}
