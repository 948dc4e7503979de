import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SavedNumberCard } from "./SavedNumberCard";
import { useSavedNumber } from "./use-saved-number";

const range = { least: 0, most: 50 };

/** The share of customers who are never shown offers. */
export function HoldOutCard({ percent }: { percent: number }) {
  const { t } = useTranslation();
  const field = useSavedNumber(percent, { ...range, request: (value) => ({ intent: "holdOut", percent: value }) });
  return (
    <SavedNumberCard id="hold-out-save-bar" label={t("settings:holdOut.label")} suffix="%" {...range} field={field}>
      {field.isValid && <Text as="p">{field.value === 0 ? t("settings:holdOut.none") : t("settings:holdOut.some", { count: field.value })}</Text>}
      <Text as="p" tone="subdued">{t("settings:holdOut.about")}</Text>
    </SavedNumberCard>
  );
}
