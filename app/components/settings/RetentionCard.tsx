import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { KEEP_REASONS_DAYS } from "../../domain/shops/retention";
import { SavedNumberCard } from "./SavedNumberCard";
import { useSavedNumber } from "./use-saved-number";

/** How long it can be read what a decision was made on. */
export function RetentionCard({ days }: { days: number }) {
  const { t } = useTranslation();
  const field = useSavedNumber(days, { ...KEEP_REASONS_DAYS, request: (value) => ({ intent: "keepReasons", days: value }) });
  return (
    <SavedNumberCard id="retention-save-bar" label={t("settings:retention.label")} suffix={t("settings:retention.days")} {...KEEP_REASONS_DAYS} field={field}>
      <Text as="p">{t("settings:retention.about")}</Text>
      <Text as="p" tone="subdued">{t("settings:retention.limits", { ...KEEP_REASONS_DAYS })}</Text>
    </SavedNumberCard>
  );
}
