import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardProps } from "./card-props";

export function LimitsCard({ form, change, messageAt, currency }: CardProps & { currency: string }) {
  const { t } = useTranslation();
  const free = form.discountKind === "freeShipping";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:limits.title")}</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label={t("offers:limits.most")} autoComplete="off" inputMode="numeric" helpText={t(form.discountKind === "fixed" ? "offers:limits.mostFixed" : "offers:limits.mostHelp")}
              disabled={form.discountKind === "fixed"}
              value={form.quantityLimit} onChange={(quantityLimit) => change({ quantityLimit })} error={messageAt("quantityLimit")}
            />
            <TextField
              label={t("offers:limits.shipping")} autoComplete="off" inputMode="decimal" suffix={currency} placeholder="0"
              helpText={t(free ? "offers:limits.shippingWaived" : "offers:limits.shippingHelp")}
              value={form.shipping} onChange={(shipping) => change({ shipping })} error={messageAt("shippingMinor")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
