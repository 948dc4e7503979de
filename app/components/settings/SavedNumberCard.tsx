import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SavedNumberOptions, useSavedNumber } from "./use-saved-number";

interface SavedNumberCardProps extends Pick<SavedNumberOptions, "least" | "most"> {
  /** Of the bar for unsaved changes; each on a page its own. */
  id: string;
  label: string;
  suffix: string;
  field: ReturnType<typeof useSavedNumber>;
  /** What the number means. */
  children: ReactNode;
}

/** One whole number of the shop's settings, saved by itself. */
export function SavedNumberCard({ id, label, suffix, least, most, field, children }: SavedNumberCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <SaveBar id={id} open={field.isDirty}>
        <button variant="primary" onClick={field.save} disabled={!field.isValid}>{t("settings:save")}</button>
        <button onClick={field.discard}>{t("settings:discard")}</button>
      </SaveBar>
      <BlockStack gap="300">
        <div className="short-field">
          <TextField
            label={label} type="text" inputMode="numeric" suffix={suffix} autoComplete="off" value={field.typed} onChange={field.type}
            {...(!field.isValid && { error: t("settings:range", { least, most }) })}
          />
        </div>
        {children}
      </BlockStack>
    </Card>
  );
}
