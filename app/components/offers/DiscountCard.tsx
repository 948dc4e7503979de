import { BlockStack, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import type { OfferForm } from "./offer-form";
import type { CardProps } from "./card-props";

export function DiscountCard({ form, change, messageAt, currency }: CardProps & { currency: string }) {
  const percentField = () => (
    <div className="short-field">
      <TextField
        label="Percentage off" labelHidden autoComplete="off" inputMode="numeric" suffix="%"
        value={form.percent} onChange={(percent) => change({ percent })} error={messageAt("discount")}
      />
    </div>
  );
  const amountField = () => (
    <div className="short-field">
      <TextField
        label="Amount off each item" labelHidden autoComplete="off" inputMode="decimal" suffix={currency}
        value={form.amountOff} onChange={(amountOff) => change({ amountOff })} error={messageAt("discount")}
      />
    </div>
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Discount</Text>
        <ChoiceList
          title="Discount" titleHidden
          selected={[form.discountKind]}
          onChange={([kind]) => change({ discountKind: kind as OfferForm["discountKind"] }) /* one of the values below */}
          choices={[
            { value: "percentage", label: "Percentage", renderChildren: (selected) => (selected ? percentField() : null) },
            { value: "fixed", label: "Fixed amount off each item", renderChildren: (selected) => (selected ? amountField() : null) },
            { value: "freeShipping", label: "Free shipping", helpText: "The added shipping below isn’t charged." },
            { value: "none", label: "No discount" },
          ]}
        />
      </BlockStack>
    </Card>
  );
}
