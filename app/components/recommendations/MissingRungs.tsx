import { BlockStack, Card, DataTable, EmptyState, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import emptyImage from "../illustrations/offers.svg";
import { LadderPicture } from "./LadderPicture";

export interface MissingRungLine {
  family: string;
  belowMinor: number;
  aboveMinor: number;
  /** "Nothing between £40.00 and £200.00" */
  gap: string;
  /** "5 times" */
  times: string;
  below: { id: number; title: string; price: string };
  above: { id: number; title: string; price: string };
}

const drawn = 8;

/** Steps between products that are too high for a customer to take, as pictures and as a table. */
export function MissingRungs({ rungs, currency }: { rungs: MissingRungLine[]; currency: string }) {
  const { t } = useTranslation();
  if (rungs.length === 0) {
    return (
      <Card>
        <EmptyState heading={t("recommendations:missing.emptyTitle")} image={emptyImage}>
          <p>{t("recommendations:missing.emptyText")}</p>
        </EmptyState>
      </Card>
    );
  }
  const product = ({ id, title, price }: MissingRungLine["below"]) => <BlockStack key={id}><Link url={`/app/recommendations/${id}`}>{title}</Link><Text as="span" tone="subdued">{price}</Text></BlockStack>;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">{t("recommendations:missing.title")}</Text>
            <Text as="p" tone="subdued">{t("recommendations:missing.help")}</Text>
          </BlockStack>
          {rungs.slice(0, drawn).map((rung) => (
            <div className="gap-row" key={`${rung.family} ${rung.belowMinor} ${rung.aboveMinor}`}>
              <Text as="h3" variant="bodyMd" fontWeight="medium">{rung.family}</Text>
              <LadderPicture prices={[rung.belowMinor, rung.aboveMinor]} currency={currency} />
            </div>
          ))}
        </BlockStack>
      </Card>
      <Card padding="0">
        <DataTable
          columnContentTypes={["text", "text", "numeric", "text", "text"]} verticalAlign="middle" increasedTableDensity
          headings={[t("recommendations:missing.family"), t("recommendations:missing.gap"), t("recommendations:missing.times"), t("recommendations:missing.below"), t("recommendations:missing.above")]}
          rows={rungs.map((rung) => [rung.family, rung.gap, rung.times, product(rung.below), product(rung.above)])}
        />
      </Card>
    </BlockStack>
  );
}
