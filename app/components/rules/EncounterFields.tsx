import { InlineStack, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "./ChoiceField";
import { DaysField } from "./DaysField";
import type { LeafFieldsProps } from "./leaf-fields";

const happenings = ["impression", "acceptance", "decline"] as const;
const offers = ["this", "any"] as const;

/** What became of an offer before: "has · declined · this offer · in the last 30 days". */
export function EncounterFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <InlineStack gap="200" blockAlign="center">
      <ChoiceField leaf={leaf} onChange={onChange} label={t("rules:field.happened")} options={happenings.map((value) => ({ value, label: t(`rules:choice.happened.${value}`) }))} />
      <Select
        label={t("rules:field.whichOffer")} labelHidden options={offers.map((value) => ({ value, label: t(`rules:choice.offer.${value}`) }))}
        value={leaf.scope} onChange={(scope) => onChange({ ...leaf, scope })}
      />
      <DaysField leaf={leaf} onChange={onChange} />
    </InlineStack>
  );
}
