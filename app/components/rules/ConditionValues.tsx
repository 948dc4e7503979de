import { InlineStack, Text, TextField } from "@shopify/polaris";
import { CodeListField } from "./CodeListField";
import { ResourceListField } from "./ResourceListField";
import { TextListField } from "./TextListField";
import { countryOptions, currencyOptions } from "./region-options";
import type { LeafForm } from "./rule-form";
import { useRuleContext } from "./rule-context";

interface ConditionValuesProps {
  leaf: LeafForm;
  onChange: (leaf: LeafForm) => void;
}

/** The fields in which a condition's values are chosen or typed. */
export function ConditionValues({ leaf, onChange }: ConditionValuesProps) {
  const { currency, known } = useRuleContext();
  const setIds = (ids: number[]) => onChange({ ...leaf, ids });
  const setTexts = (texts: string[]) => onChange({ ...leaf, texts });
  switch (leaf.kind) {
    case "product":
    case "variant":
    case "collection":
      return <ResourceListField kind={leaf.kind} ids={leaf.ids} onChange={setIds} />;
    case "tag":
      return <TextListField label="Tags" values={leaf.texts} known={known.tag} onChange={setTexts} />;
    case "vendor":
      return <TextListField label="Vendors" values={leaf.texts} known={known.vendor} onChange={setTexts} />;
    case "productType":
      return <TextListField label="Product types" values={leaf.texts} known={known.productType} onChange={setTexts} />;
    case "discountCode":
      return (
        <TextListField
          label="Discount codes"
          values={leaf.texts}
          known={[]}
          onChange={setTexts}
          helpText={leaf.match === "any" ? "Leave empty for any code at all." : "Leave empty for orders without any code."}
        />
      );
    case "country":
      return <CodeListField label="Countries" codes={leaf.texts} options={countryOptions()} onChange={setTexts} />;
    case "currency":
      return <CodeListField label="Currencies" codes={leaf.texts} options={currencyOptions()} onChange={setTexts} />;
    case "orderValue":
      return <RangeFields leaf={leaf} onChange={onChange} unit={currency} inputMode="decimal" />;
    case "itemCount":
      return <RangeFields leaf={leaf} onChange={onChange} unit="items" inputMode="numeric" />;
    case "customerOrderCount":
      return <RangeFields leaf={leaf} onChange={onChange} unit="orders" inputMode="numeric" />;
  }
}

function RangeFields({ leaf, onChange, unit, inputMode }: ConditionValuesProps & { unit: string; inputMode: "decimal" | "numeric" }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">is at least</Text>
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
