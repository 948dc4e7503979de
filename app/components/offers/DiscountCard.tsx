import { BlockStack, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OfferForm } from "./offer-form";
import type { CardProps } from "./card-props";

export function DiscountCard({ form, change, messageAt, currency }: CardProps & { currency: string }) {
  const { t } = useTranslation();
  const percentField = () => (
    <div className="short-field">
      <TextField
        label={t("offers:discountCard.percentOff")} labelHidden autoComplete="off" inputMode="numeric" suffix="%"
        value={form.percent} onChange={(percent) => change({ percent })} error={messageAt("discount")}
      />
    </div>
  );
  const amountField = () => (
    <div className="short-field">
      <TextField
        label={t("offers:discountCard.amountOff")} labelHidden autoComplete="off" inputMode="decimal" suffix={currency}
        value={form.amountOff} onChange={(amountOff) => change({ amountOff })} error={messageAt("discount")}
      />
    </div>
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:discountCard.title")}</Text>
        <ChoiceList
          title={t("offers:discountCard.title")} titleHidden
          selected={[form.discountKind]}
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
}
