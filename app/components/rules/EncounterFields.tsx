import { InlineStack, Select } from "@shopify/polaris";
import { ChoiceField } from "./ChoiceField";
import { DaysField } from "./DaysField";
import type { LeafFieldsProps } from "./leaf-fields";

const happenings = [
  { value: "impression", label: "seen" },
  { value: "acceptance", label: "accepted" },
  { value: "decline", label: "declined" },
];
const offers = [
  { value: "this", label: "this offer" },
  { value: "any", label: "any offer" },
];

/** What became of an offer before: "has · declined · this offer · in the last 30 days". */
export function EncounterFields({ leaf, onChange }: LeafFieldsProps) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <ChoiceField leaf={leaf} onChange={onChange} label="What happened" options={happenings} />
      <Select label="Which offer" labelHidden options={offers} value={leaf.scope} onChange={(scope) => onChange({ ...leaf, scope })} />
      <DaysField leaf={leaf} onChange={onChange} />
    </InlineStack>
  );
}
