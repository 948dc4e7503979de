import { useTranslation } from "react-i18next";
import { ChoiceField } from "./ChoiceField";
import { isById } from "./form-to-leaf";
import type { LeafFieldsProps } from "./leaf-fields";
import { RangeFields } from "./RangeFields";
import { ResourceListField } from "./ResourceListField";
import { useRuleContext } from "./rule-context";
import { TextListField } from "./TextListField";

const counted = ["product", "variant", "collection", "tag", "vendor", "productType"] as const;

/** Which items are counted, and how many there have to be. */
export function QuantityFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  const { known } = useRuleContext();
  const { choice } = leaf;
  return (
    <>
      <ChoiceField leaf={leaf} label={t("rules:field.counted")} options={counted.map((value) => ({ value, label: t(`rules:choice.counted.${value}`) }))} onChange={(changed) => onChange({ ...changed, ids: [], texts: [] })} />
      {isById(choice)
        ? <ResourceListField kind={choice} ids={leaf.ids} onChange={(ids) => onChange({ ...leaf, ids })} />
        : <TextListField of={choice === "tag" ? "tags" : choice === "vendor" ? "vendors" : "productTypes"} values={leaf.texts} known={known[choice as keyof typeof known] ?? []} onChange={(texts) => onChange({ ...leaf, texts })} />}
      <RangeFields leaf={leaf} onChange={onChange} unit={t("rules:unit.items")} lead="together" />
    </>
  );
}
