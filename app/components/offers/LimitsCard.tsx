import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import type { CardProps } from "./card-props";

export function LimitsCard({ form, change, messageAt, currency }: CardProps & { currency: string }) {
  const free = form.discountKind === "freeShipping";
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Quantity and shipping</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label="Most a customer can add" autoComplete="off" inputMode="numeric" helpText={form.discountKind === "fixed" ? "One: a fixed amount off is given for a single item." : "1 to 100. Never more than is in stock."}
              disabled={form.discountKind === "fixed"}
              value={form.quantityLimit} onChange={(quantityLimit) => change({ quantityLimit })} error={messageAt("quantityLimit")}
            />
            <TextField
              label="Added shipping" autoComplete="off" inputMode="decimal" suffix={currency} placeholder="0"
              helpText={free ? "Waived by this offer’s discount." : "Charged once for sending the item along. Leave empty for none."}
              value={form.shipping} onChange={(shipping) => change({ shipping })} error={messageAt("shippingMinor")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
