import { Select } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";

interface ChoiceFieldProps extends LeafFieldsProps {
  label: string;
  options: { value: string; label: string }[];
}

/** The one of a kind's short list. */
export function ChoiceField({ leaf, onChange, label, options }: ChoiceFieldProps) {
  return <Select label={label} labelHidden options={options} value={leaf.choice} onChange={(choice) => onChange({ ...leaf, choice })} />;
}
