import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { KEEP_REASONS_DAYS } from "../../domain/shops/retention";
import { useSavedNumber } from "./use-saved-number";

const { least, most } = KEEP_REASONS_DAYS;

/** How long it can be read what a decision was made on. */
export function RetentionCard({ days }: { days: number }) {
  const { t } = useTranslation();
  const field = useSavedNumber(days, { least, most, request: (value) => ({ intent: "keepReasons", days: value }) });
  return (
    <Card>
      <SaveBar id="retention-save-bar" open={field.isDirty}>
        <button variant="primary" onClick={field.save} disabled={!field.isValid}>{t("settings:save")}</button>
        <button onClick={field.discard}>{t("settings:discard")}</button>
      </SaveBar>
      <BlockStack gap="300">
        <div className="short-field">
          <TextField
            label={t("settings:retention.label")} type="text" inputMode="numeric" suffix={t("settings:retention.days")} autoComplete="off" value={field.typed} onChange={field.type}
            {...(!field.isValid && { error: t("settings:range", { least, most }) })}
          />
        </div>
        <Text as="p">{t("settings:retention.about")}</Text>
        <Text as="p" tone="subdued">{t("settings:retention.limits", { least, most })}</Text>
      </BlockStack>
    </Card>
  );
}
