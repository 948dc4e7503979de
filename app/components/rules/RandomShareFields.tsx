import { BlockStack, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LeafFieldsProps } from "./leaf-fields";
import { NameField } from "./NameField";

/** How many customers, and whether other rules mean the same ones. */
export function RandomShareFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <div className="range-field">
        <TextField label={t("rules:field.share")} autoComplete="off" inputMode="numeric" suffix="%" value={leaf.min} onChange={(min) => onChange({ ...leaf, min })} />
      </div>
      <NameField
        leaf={leaf} onChange={onChange} label={t("rules:field.group")}
        helpText={t("rules:help.group")}
      />
    </BlockStack>
  );
}
