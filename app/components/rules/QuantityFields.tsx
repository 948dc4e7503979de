import { useTranslation } from "react-i18next";
import { ChoiceField } from "./ChoiceField";
import { isById } from "./form-to-leaf";
import type { LeafFieldsProps } from "./leaf-fields";
import { RangeFields } from "./RangeFields";
import { ResourceListField } from "./ResourceListField";
import { TextListField } from "./TextListField";

const counted = ["product", "variant", "collection", "tag", "vendor", "productType"] as const;

/** Which items are counted, and how many there have to be. */
export function QuantityFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  const { choice } = leaf;
  return (
    <>
      <ChoiceField leaf={leaf} label={t("rules:field.counted")} options={counted.map((value) => ({ value, label: t(`rules:choice.counted.${value}`) }))} onChange={(changed) => onChange({ ...changed, ids: [], texts: [] })} />
      {isById(choice)
        ? <ResourceListField kind={choice} ids={leaf.ids} onChange={(ids) => onChange({ ...leaf, ids })} />
        : <TextListField of={listOf(choice)} suggest={listOf(choice)} values={leaf.texts} onChange={(texts) => onChange({ ...leaf, texts })} />}
      <RangeFields leaf={leaf} onChange={onChange} unit={t("rules:unit.items")} lead="together" />
    </>
  );
}

function listOf(choice: string) {
  return choice === "tag" ? "tags" : choice === "vendor" ? "vendors" : "productTypes";
}
