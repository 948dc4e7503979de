import { Badge, BlockStack, Card, EmptyState, IndexTable, Link, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PromptedProduct } from "../../domain/reorders/prompted-product";
import emptyImage from "../illustrations/activity.svg";
import { PicturedProduct } from "../PicturedProduct";
import { useNarrow } from "../use-narrow";

interface PromptedProductsProps {
  rows: PromptedProduct[];
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

/** Which products customers are reminded of, and why never of the others. */
export function PromptedProducts({ rows, loading, pagination }: PromptedProductsProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  if (rows.length === 0 && !pagination) {
    return <Card><EmptyState heading={t("reorders:products.emptyTitle")} image={emptyImage}><p>{t("reorders:products.emptyText")}</p></EmptyState></Card>;
  }
  return (
    <Card padding="0">
      <IndexTable
        resourceName={{ singular: t("reorders:products.one"), plural: t("reorders:products.many") }} itemCount={rows.length} selectable={false} loading={loading} condensed={isNarrow}
        {...(pagination && { pagination })}
        headings={[
          { title: t("reorders:table.product") }, { title: t("reorders:products.status") },
          { title: t("reorders:products.came"), alignment: "end" }, { title: t("reorders:products.repeats"), alignment: "end" }, { title: t("reorders:products.dues"), alignment: "end" },
        ]}
      >
        {rows.map((row, index) => (
          <IndexTable.Row key={row.productId} id={String(row.productId)} position={index}>
            {isNarrow ? (
              <div className="narrow-row">
                <BlockStack gap="200">
                  <PicturedProduct productId={row.productId} title={row.title} imageUrl={row.imageUrl} />
                  <Status row={row} />
                  <Text as="span" tone="subdued">{t("reorders:products.narrow", { came: row.repeatCustomers, customers: row.customers, repeats: row.repeats })}</Text>
                  <Dues row={row} />
                </BlockStack>
              </div>
            ) : (
              <>
                <IndexTable.Cell className="wrapping-name"><PicturedProduct productId={row.productId} title={row.title} imageUrl={row.imageUrl} /></IndexTable.Cell>
                <IndexTable.Cell className="wrapping-cell"><Status row={row} /></IndexTable.Cell>
                <IndexTable.Cell><Text as="span" alignment="end" numeric>{t("reorders:products.cameOf", { came: row.repeatCustomers, customers: row.customers })}</Text></IndexTable.Cell>
                <IndexTable.Cell><Text as="span" alignment="end" numeric>{t("common:number", { value: row.repeats })}</Text></IndexTable.Cell>
                <IndexTable.Cell><Text as="span" alignment="end" numeric><Dues row={row} /></Text></IndexTable.Cell>
              </>
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}

function Status({ row: { status, typicalDays } }: { row: PromptedProduct }) {
  const { t } = useTranslation();
  const days = Math.max(1, Math.round(typicalDays ?? 0));
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge {...(status === "prompted" && { tone: "success" as const })}>{status === "prompted" ? t("reorders:products.prompted") : t("reorders:products.never")}</Badge>
      <Text as="span" tone="subdued">{t(`reorders:status.${status}`, { count: days })}</Text>
    </BlockStack>
  );
}

function Dues({ row: { productId, dues } }: { row: PromptedProduct }) {
  const { t } = useTranslation();
  if (dues === 0) return <Text as="span" tone="subdued">{t("reorders:products.noDues")}</Text>;
  return <Link url={`/app/reorders?product=${String(productId)}`}>{t("reorders:products.dueCount", { count: dues })}</Link>;
}
