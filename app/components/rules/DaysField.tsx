import { InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LeafFieldsProps } from "./leaf-fields";

/** How long back something counts. */
export function DaysField({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">{t("rules:word.inTheLast")}</Text>
      <div className="range-field">
        <TextField
          label={t("rules:field.inLastDays")} labelHidden autoComplete="off" inputMode="numeric" suffix={t("rules:unit.days")} placeholder={t("rules:field.ever")}
          value={leaf.days} onChange={(days) => onChange({ ...leaf, days })}
        />
      </div>
    </InlineStack>
  );
}
