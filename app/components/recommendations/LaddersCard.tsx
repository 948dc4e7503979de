import { BlockStack, Card, DataTable, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/values";
import { LadderPicture } from "./LadderPicture";

export interface Ladder {
  by: "type" | "collection";
  name: string;
  rungs: { productId: number; title: string; priceMinor: number; isAsked: boolean }[];
  rungCount: number;
}

/** What a customer of a product could move up or down to, family by family. */
export function LaddersCard({ ladders, currency }: { ladders: Ladder[]; currency: string }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">{t("recommendations:ladder.title")}</Text>
          <Text as="p" tone="subdued">
            {ladders.length === 0
              ? t("recommendations:ladder.none")
              : t("recommendations:ladder.help")}
          </Text>
        </BlockStack>
        {ladders.map((ladder) => <LadderSection key={`${ladder.by} ${ladder.name}`} ladder={ladder} currency={currency} />)}
      </BlockStack>
    </Card>
  );
}

function LadderSection({ ladder: { by, name, rungs, rungCount }, currency }: { ladder: Ladder; currency: string }) {
  const { t } = useTranslation();
  const hidden = rungCount - rungs.length;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">{by === "type" ? t("recommendations:ladder.byType", { name }) : t("recommendations:ladder.byCollection", { name })}</Text>
      <LadderPicture prices={rungs.map(({ priceMinor }) => priceMinor)} askedMinor={rungs.find(({ isAsked }) => isAsked)?.priceMinor} currency={currency} />
      <DataTable
        columnContentTypes={["text", "numeric"]} headings={[t("recommendations:products.product"), t("recommendations:ladder.price")]} increasedTableDensity
        rows={rungs.map(({ productId, title, priceMinor, isAsked }) => [
          isAsked
            ? <Text key={productId} as="span" fontWeight="bold">{t("recommendations:ladder.thisOne", { title })}</Text>
            : <Link key={productId} url={`/app/recommendations/${productId}`}>{title}</Link>,
          moneyText(t, priceMinor, currency),
        ])}
      />
      {hidden > 0 && <Text as="p" tone="subdued">{t("recommendations:ladder.more", { count: hidden })}</Text>}
    </BlockStack>
  );
}
