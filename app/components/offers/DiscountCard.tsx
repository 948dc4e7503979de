import { BlockStack, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { OfferForm } from "./offer-form";
import type { CardProps } from "./card-props";

type DiscountCardProps = CardProps<"discountKind" | "percent" | "amountOff"> & { currency: string };

export const DiscountCard = memo(function DiscountCard({ discountKind, percent, amountOff, change, messageAt, currency }: DiscountCardProps) {
  const { t } = useTranslation();
  const percentField = () => (
    <div className="short-field">
      <TextField
        name="discount" label={t("offers:discountCard.percentOff")} labelHidden autoComplete="off" inputMode="numeric" suffix="%"
        value={percent} onChange={(text) => change({ percent: text })} error={messageAt("discount")}
      />
    </div>
  );
  const amountField = () => (
    <div className="short-field">
      <TextField
        name="discount" label={t("offers:discountCard.amountOff")} labelHidden autoComplete="off" inputMode="decimal" suffix={currency}
        value={amountOff} onChange={(text) => change({ amountOff: text })} error={messageAt("discount")}
      />
    </div>
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:discountCard.title")}</Text>
        <ChoiceList
          title={t("offers:discountCard.title")} titleHidden
          selected={[discountKind]}
          onChange={([kind]) => change({ discountKind: kind as OfferForm["discountKind"] }) /* one of the values below */}
          choices={[
            { value: "percentage", label: t("offers:discountCard.percentage"), renderChildren: (selected) => (selected ? percentField() : null) },
            { value: "fixed", label: t("offers:discountCard.fixed"), renderChildren: (selected) => (selected ? amountField() : null) },
            { value: "freeShipping", label: t("offers:discountCard.freeShipping"), helpText: t("offers:discountCard.freeShippingHelp") },
            { value: "none", label: t("offers:discountCard.none") },
          ]}
        />
      </BlockStack>
    </Card>
  );
});
