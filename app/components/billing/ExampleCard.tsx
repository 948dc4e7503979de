import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/values";
import type { BillingView } from "./billing-view";
import { SumRows } from "./SumRows";

/** How the usage plan's fee is worked out, with the shop's own last thirty days where there are any. */
export function ExampleCard({ example, currency }: { example: BillingView["example"]; currency: string }) {
  const { t } = useTranslation();
  const money = (minor: number) => moneyText(t, minor, currency);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("billing:example.title")}</Text>
        <Text as="p">{t("billing:example.text")}</Text>
        {example === null ? <Text as="p" tone="subdued">{t("billing:example.none")}</Text> : (
          <>
            <Text as="p">{t("billing:example.own", { count: example.acceptances })}</Text>
            <SumRows rows={[
              [t("billing:example.kept"), money(example.keptMinor)],
              [t("billing:example.tax"), money(-example.taxMinor)],
              [t("billing:example.net"), money(example.netMinor)],
              [t("billing:example.fee"), money(example.feeMinor)],
            ]} />
          </>
        )}
        <Text as="p" tone="subdued">{t("billing:example.rounding")}</Text>
      </BlockStack>
    </Card>
  );
}
