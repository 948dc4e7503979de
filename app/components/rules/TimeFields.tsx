import { ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { LeafFieldsProps } from "./leaf-fields";

/** Two dates, or two times of day, on the shop's own clock. */
export function TimeFields({ leaf, onChange, type }: LeafFieldsProps & { type: "date" | "time" }) {
  const { t } = useTranslation();
  const ofDates = type === "date";
  return (
    <>
      <InlineStack gap="200">
        <div className="range-field">
          <TextField label={t(ofDates ? "rules:field.firstDay" : "rules:field.from")} type={type} autoComplete="off" value={leaf.min} onChange={(min) => onChange({ ...leaf, min })} />
        </div>
        <div className="range-field">
          <TextField label={t(ofDates ? "rules:field.lastDay" : "rules:field.until")} type={type} autoComplete="off" value={leaf.max} onChange={(max) => onChange({ ...leaf, max })} />
        </div>
      </InlineStack>
      <Text as="p" tone="subdued">{t(ofDates ? "rules:help.dates" : "rules:help.times")}</Text>
    </>
  );
}

/** ISO weekdays. */
const days = ["1", "2", "3", "4", "5", "6", "7"] as const;

export function WeekdayFields({ leaf, onChange }: LeafFieldsProps) {
  const { t } = useTranslation();
  return (
    <ChoiceList
      title={t("rules:field.days")} titleHidden allowMultiple
      choices={days.map((value) => ({ value, label: t(`rules:weekday.${value}`) }))}
      selected={leaf.texts}
      onChange={(texts) => onChange({ ...leaf, texts: [...texts].sort() })}
    />
  );
}
