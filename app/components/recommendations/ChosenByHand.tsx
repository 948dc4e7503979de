import { Badge, BlockStack, Button, Card, EmptyState, IndexTable, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import { Trans, useTranslation } from "react-i18next";
import type { ChosenByHand as HandRow, StaffChoice } from "../../domain/strategies/staff-choices";
import { timeText } from "../../i18n/values";
import emptyImage from "../illustrations/offers.svg";
import { useNarrow } from "../use-narrow";

interface ChosenByHandProps {
  rows: HandRow[];
  timeZone: string;
  busy: boolean;
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
  onTakeBack: (row: HandRow) => void;
}

/** Everything that staff pinned or left out, with who did it and when; each can be taken back. */
export function ChosenByHand({ rows, timeZone, busy, loading, pagination, onTakeBack }: ChosenByHandProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  if (rows.length === 0 && !pagination) {
    return <Card><EmptyState heading={t("recommendations:byHand.emptyTitle")} image={emptyImage}><p>{t("recommendations:byHand.emptyText")}</p></EmptyState></Card>;
  }
  const who = ({ by, at }: HandRow) => (by === null ? timeText(t, at, timeZone) : t(`recommendations:byHand.${by}`, { at, timeZone }));
  const takeBack = (row: HandRow) => (
    <Button size="slim" disabled={busy} accessibilityLabel={t("recommendations:byHand.takeBackOf", { title: row.companionTitle })} onClick={() => onTakeBack(row)}>{t("recommendations:byHand.takeBack")}</Button>
  );
  return (
    <Card padding="0">
      <IndexTable
        resourceName={{ singular: t("recommendations:byHand.one"), plural: t("recommendations:byHand.many") }} itemCount={rows.length} selectable={false} loading={loading} condensed={isNarrow}
        {...(pagination && { pagination })}
        headings={[{ title: t("recommendations:byHand.what") }, { title: t("recommendations:byHand.kind") }, { title: t("recommendations:byHand.when") }, { title: t("recommendations:byHand.takeBack"), hidden: true }]}
      >
        {rows.map((row, index) => (
          <IndexTable.Row key={`${String(row.productId)} ${String(row.companionId)}`} id={`${String(row.productId ?? 0)}-${String(row.companionId)}`} position={index}>
            {isNarrow ? (
              <div className="narrow-row">
                <BlockStack gap="200" inlineAlign="start">
                  <What row={row} /><Kind choice={row.choice} /><Text as="span" tone="subdued">{who(row)}</Text>{takeBack(row)}
                </BlockStack>
              </div>
            ) : (
              <>
                <IndexTable.Cell className="wrapping-cell"><What row={row} /></IndexTable.Cell>
                <IndexTable.Cell><Kind choice={row.choice} /></IndexTable.Cell>
                <IndexTable.Cell>{who(row)}</IndexTable.Cell>
                <IndexTable.Cell>{takeBack(row)}</IndexTable.Cell>
              </>
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}

function What({ row: { productId, productTitle, companionId, companionTitle, imageUrl, choice } }: { row: HandRow }) {
  const { t } = useTranslation();
  const gone = t("recommendations:byHand.gone");
  const values = { companion: companionTitle === "" ? gone : companionTitle, product: productTitle === "" ? gone : productTitle };
  const components = { companion: <Link url={`/app/recommendations/${String(companionId)}`} />, product: <Link url={`/app/recommendations/${String(productId ?? companionId)}`} /> };
  return (
    <InlineStack gap="300" wrap={false} blockAlign="center">
      <Thumbnail source={imageUrl ?? ImageIcon} alt="" size="small" />
      <Text as="span">
        {productId === null && <Trans t={t} i18nKey="recommendations:byHand.never" components={components} values={values} />}
        {productId !== null && choice === "pin" && <Trans t={t} i18nKey="recommendations:byHand.pinned" components={components} values={values} />}
        {productId !== null && choice === "exclude" && <Trans t={t} i18nKey="recommendations:byHand.leftOut" components={components} values={values} />}
      </Text>
    </InlineStack>
  );
}

function Kind({ choice }: { choice: StaffChoice }) {
  const { t } = useTranslation();
  return choice === "pin" ? <Badge tone="info">{t("recommendations:state.pinned")}</Badge> : <Badge tone="warning">{t("recommendations:state.leftOut")}</Badge>;
}
