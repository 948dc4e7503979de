import { BlockStack, TextField } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";
import { NameField } from "./NameField";

/** How many customers, and whether other rules mean the same ones. */
export function RandomShareFields({ leaf, onChange }: LeafFieldsProps) {
  return (
    <BlockStack gap="200">
      <div className="range-field">
        <TextField label="Share of customers" autoComplete="off" inputMode="numeric" suffix="%" value={leaf.min} onChange={(min) => onChange({ ...leaf, min })} />
      </div>
      <NameField
        leaf={leaf} onChange={onChange} label="Group (optional)"
        helpText="Always the same customers. Rules that name the same group mean the same customers; another name draws anew."
      />
    </BlockStack>
  );
}
