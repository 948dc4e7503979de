import { InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LeafFieldsProps } from "./leaf-fields";

interface RangeFieldsProps extends LeafFieldsProps {
  unit: string;
  inputMode?: "decimal" | "numeric";
  /** What is limited, where it does not follow from the condition's name. */
  lead?: "is" | "has" | "together";
}

/** A least and a most, either of which may be left open. */
export function RangeFields({ leaf, onChange, unit, inputMode = "numeric", lead = "is" }: RangeFieldsProps) {
  const { t } = useTranslation();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span">{t(`rules:word.${lead}AtLeast`)}</Text>
      <div className="range-field">
        <TextField
          label={t("rules:field.atLeast")} labelHidden autoComplete="off" inputMode={inputMode} suffix={unit} placeholder={t("rules:field.noMinimum")}
          value={leaf.min} onChange={(min) => onChange({ ...leaf, min })}
        />
      </div>
      {/* On a new line together. */}
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <Text as="span">{t("rules:word.andAtMost")}</Text>
        <div className="range-field">
          <TextField
            label={t("rules:field.atMost")} labelHidden autoComplete="off" inputMode={inputMode} suffix={unit} placeholder={t("rules:field.noMaximum")}
            value={leaf.max} onChange={(max) => onChange({ ...leaf, max })}
          />
        </div>
      </InlineStack>
    </InlineStack>
  );
}
