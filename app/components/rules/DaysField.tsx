import { InlineStack, Text, TextField } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";

/** How long back something counts. */
export function DaysField({ leaf, onChange }: LeafFieldsProps) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">in the last</Text>
      <div className="range-field">
        <TextField
          label="In the last days" labelHidden autoComplete="off" inputMode="numeric" suffix="days" placeholder="Ever"
          value={leaf.days} onChange={(days) => onChange({ ...leaf, days })}
        />
      </div>
    </InlineStack>
  );
}
