import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CardProps } from "./card-props";

type LimitsCardProps = CardProps<"discountKind" | "quantityLimit" | "shipping"> & { currency: string };

export const LimitsCard = memo(function LimitsCard({ discountKind, quantityLimit, shipping, change, messageAt, currency }: LimitsCardProps) {
  const { t } = useTranslation();
  const free = discountKind === "freeShipping";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:limits.title")}</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              name="quantityLimit" label={t("offers:limits.most")} autoComplete="off" inputMode="numeric" helpText={t(discountKind === "fixed" ? "offers:limits.mostFixed" : "offers:limits.mostHelp")}
              disabled={discountKind === "fixed"}
              value={quantityLimit} onChange={(text) => change({ quantityLimit: text })} error={messageAt("quantityLimit")}
            />
            <TextField
              name="shippingMinor" label={t("offers:limits.shipping")} autoComplete="off" inputMode="decimal" suffix={currency} placeholder="0"
              helpText={t(free ? "offers:limits.shippingWaived" : "offers:limits.shippingHelp")}
              value={shipping} onChange={(text) => change({ shipping: text })} error={messageAt("shippingMinor")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
});
