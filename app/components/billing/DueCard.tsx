import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { dayText, moneyText } from "../../i18n/values";
import type { BillingView } from "./billing-view";
import { SumRows } from "./SumRows";

/** What the present period has come to; how, line by line, is one step away. */
export function DueCard({ due, currency, timeZone }: { due: BillingView["due"]; currency: string; timeZone: string }) {
  const { t } = useTranslation();
  const money = (minor: number) => moneyText(t, minor, currency);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">{due ? t("billing:due.title") : t("billing:due.past")}</Text>
          <Button url="/app/billing/due">{t("billing:due.lines")}</Button>
        </InlineStack>
        {due && (
          <>
            <Text as="p" tone="subdued">{t("billing:due.until", { at: dayText(t, due.endsAt, timeZone) })}</Text>
            <SumRows rows={[
              [t("billing:due.net"), money(due.netMinor)],
              [t("billing:due.fee"), money(due.feeMinor)],
              ...(due.creditInMinor > 0 ? [[t("billing:due.creditIn"), money(-due.creditInMinor)] as const] : []),
              ...(due.creditInMinor < 0 ? [[t("billing:due.broughtForward"), money(-due.creditInMinor)] as const] : []),
              [t("billing:due.charged"), money(due.chargedMinor)],
              [t("billing:due.open"), money(due.openMinor)],
              ...(due.aboveCapMinor > 0 ? [[t("billing:due.aboveCap"), money(due.aboveCapMinor)] as const] : []),
              ...(due.creditMinor > 0 ? [[t("billing:due.credit"), money(due.creditMinor)] as const] : []),
            ]} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
