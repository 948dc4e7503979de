import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useSavedNumber } from "./use-saved-number";

/** The share of customers who are never shown offers. */
export function HoldOutCard({ percent }: { percent: number }) {
  const { t } = useTranslation();
  const field = useSavedNumber(percent, { least: 0, most: 50, request: (value) => ({ intent: "holdOut", percent: value }) });
  return (
    <Card>
      <SaveBar id="hold-out-save-bar" open={field.isDirty}>
        <button variant="primary" onClick={field.save} disabled={!field.isValid}>{t("settings:save")}</button>
        <button onClick={field.discard}>{t("settings:discard")}</button>
      </SaveBar>
      <BlockStack gap="300">
        <div className="short-field">
          <TextField
            label={t("settings:holdOut.label")} type="text" inputMode="numeric" suffix="%" autoComplete="off" value={field.typed} onChange={field.type}
            {...(!field.isValid && { error: t("settings:range", { least: 0, most: 50 }) })}
          />
        </div>
        {field.isValid && <Text as="p">{field.value === 0 ? t("settings:holdOut.none") : t("settings:holdOut.some", { count: field.value })}</Text>}
        <Text as="p" tone="subdued">{t("settings:holdOut.about")}</Text>
      </BlockStack>
    </Card>
  );
}
