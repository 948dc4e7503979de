import { InlineStack, Text, TextField } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";

interface RangeFieldsProps extends LeafFieldsProps {
  unit: string;
  inputMode?: "decimal" | "numeric";
  /** What is limited, where it does not follow from the condition's name. */
  lead?: string;
}

/** A least and a most, either of which may be left open. */
export function RangeFields({ leaf, onChange, unit, inputMode = "numeric", lead = "is" }: RangeFieldsProps) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">{`${lead} at least`}</Text>
      <div className="range-field">
        <TextField
          label="At least" labelHidden autoComplete="off" inputMode={inputMode} suffix={unit} placeholder="No minimum"
          value={leaf.min} onChange={(min) => onChange({ ...leaf, min })}
        />
      </div>
      <Text as="span">and at most</Text>
      <div className="range-field">
        <TextField
          label="At most" labelHidden autoComplete="off" inputMode={inputMode} suffix={unit} placeholder="No maximum"
          value={leaf.max} onChange={(max) => onChange({ ...leaf, max })}
        />
      </div>
    </InlineStack>
  );
}
