import { ChoiceField } from "./ChoiceField";
import { isById } from "./form-to-leaf";
import type { LeafFieldsProps } from "./leaf-fields";
import { RangeFields } from "./RangeFields";
import { ResourceListField } from "./ResourceListField";
import { useRuleContext } from "./rule-context";
import { TextListField } from "./TextListField";

const options = [
  { value: "product", label: "Units of these products" },
  { value: "variant", label: "Units of these variants" },
  { value: "collection", label: "Units from these collections" },
  { value: "tag", label: "Units with these tags" },
  { value: "vendor", label: "Units by these vendors" },
  { value: "productType", label: "Units of these product types" },
];

/** Which items are counted, and how many there have to be. */
export function QuantityFields({ leaf, onChange }: LeafFieldsProps) {
  const { known } = useRuleContext();
  const { choice } = leaf;
  return (
    <>
      <ChoiceField leaf={leaf} label="What is counted" options={options} onChange={(changed) => onChange({ ...changed, ids: [], texts: [] })} />
      {isById(choice)
        ? <ResourceListField kind={choice} ids={leaf.ids} onChange={(ids) => onChange({ ...leaf, ids })} />
        : <TextListField label={choice === "tag" ? "Tags" : choice === "vendor" ? "Vendors" : "Product types"} values={leaf.texts} known={known[choice as keyof typeof known] ?? []} onChange={(texts) => onChange({ ...leaf, texts })} />}
      <RangeFields leaf={leaf} onChange={onChange} unit="items" lead="together" />
    </>
  );
}
