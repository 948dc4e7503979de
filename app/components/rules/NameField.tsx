import { TextField } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";

/** What a condition looks at by name. */
export function NameField({ leaf, onChange, label, helpText }: LeafFieldsProps & { label: string; helpText?: string }) {
  return <TextField label={label} autoComplete="off" helpText={helpText} value={leaf.name} onChange={(name) => onChange({ ...leaf, name })} />;
}
