import { EmptySearchResult, IndexTable, Link, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OptOutLine } from "../../domain/courtesy/opt-out-listing";
import { timeText } from "../../i18n/values";
import { useNarrow } from "../use-narrow";

interface OptOutsTableProps {
  lines: OptOutLine[];
  timeZone: string;
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

/** Who asked for no offers. Names stay at Shopify: a customer is a link there. */
export function OptOutsTable({ lines, timeZone, loading, pagination }: OptOutsTableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  return (
    <IndexTable
      resourceName={{ singular: t("activity:optOuts.one"), plural: t("activity:optOuts.many") }} itemCount={lines.length} selectable={false} loading={loading} condensed={isNarrow}
      emptyState={<EmptySearchResult title={t("activity:optOuts.noneTitle")} description={t("activity:optOuts.noneText")} />}
      headings={[{ title: t("activity:optOuts.customer") }, { title: t("activity:optOuts.since") }]}
      {...(pagination && { pagination })}
    >
      {lines.map((line, index) => (
        <IndexTable.Row key={line.id} id={line.id} position={index}>
          {isNarrow
            ? <div className="narrow-row"><Who line={line} /> <Text as="p" tone="subdued">{timeText(t, line.optedOutAt, timeZone)}</Text></div>
            : (
              <>
                <IndexTable.Cell><Who line={line} /></IndexTable.Cell>
                <IndexTable.Cell>{timeText(t, line.optedOutAt, timeZone)}</IndexTable.Cell>
              </>
            )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Who({ line: { who, customerId } }: { line: OptOutLine }) {
  const { t } = useTranslation();
  if (customerId === null) return <Text as="span" tone="subdued">{t(who === "guest" ? "activity:optOuts.guest" : "activity:optOuts.forgotten")}</Text>;
  return <Link url={`shopify://admin/customers/${String(customerId)}`} target="_top">{t("activity:optOuts.number", { id: String(customerId) })}</Link>;
}
