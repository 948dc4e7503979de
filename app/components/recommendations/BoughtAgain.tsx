import { Badge, Card, EmptyState, IndexTable, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import emptyImage from "../illustrations/activity.svg";
import { ProductCell } from "./ProductCell";

export interface RebuyLine {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** "40 of 1,200" */
  cameBack: string;
  repeats: string;
  /** Null while there is too little evidence to say. */
  isRebought: boolean | null;
  /** "Typically 28 days; half of them 19 to 42"; empty while unknown. */
  gap: string;
}

interface BoughtAgainProps {
  lines: RebuyLine[];
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

/** What customers come back for, and after how long. */
export function BoughtAgain({ lines, loading, pagination }: BoughtAgainProps) {
  const { t } = useTranslation();
  if (lines.length === 0 && !pagination) {
    return (
      <Card>
        <EmptyState heading={t("recommendations:again.emptyTitle")} image={emptyImage}>
          <p>{t("recommendations:again.emptyText")}</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padding="0">
      <IndexTable
        resourceName={{ singular: t("recommendations:products.one"), plural: t("recommendations:products.many") }} itemCount={lines.length} selectable={false} loading={loading} {...(pagination && { pagination })}
        headings={[
          { title: t("recommendations:products.product") }, { title: t("recommendations:again.prompts") }, { title: t("recommendations:again.between") },
          { title: t("recommendations:again.cameBack"), alignment: "end" }, { title: t("recommendations:again.repeats"), alignment: "end" },
        ]}
      >
        {lines.map((line, index) => (
          <IndexTable.Row key={line.productId} id={String(line.productId)} position={index}>
            <ProductCell productId={line.productId} title={line.title} imageUrl={line.imageUrl} />
            <IndexTable.Cell><RebuyBadge isRebought={line.isRebought} /></IndexTable.Cell>
            <IndexTable.Cell className="wrapping-name">{line.gap || <Text as="span" tone="subdued">{t("recommendations:again.unknown")}</Text>}</IndexTable.Cell>
            <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.cameBack}</Text></IndexTable.Cell>
            <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.repeats}</Text></IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}

function RebuyBadge({ isRebought }: { isRebought: boolean | null }) {
  const { t } = useTranslation();
  if (isRebought === null) return <Badge>{t("recommendations:again.tooFew")}</Badge>;
  return isRebought ? <Badge tone="success">{t("recommendations:again.whenDue")}</Badge> : <Badge>{t("recommendations:again.never")}</Badge>;
}
