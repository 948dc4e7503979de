import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OfferDefaults } from "../../domain/offers/offer-defaults";
import { Placement } from "../../domain/offers/placement";
import { isMissingFromPlan } from "../../domain/placements/settings";
import { placementOrder } from "../placements/placement-editors";
import { useSettingsAction } from "./use-settings-action";

interface Form {
  percent: string;
  quantityLimit: string;
  placements: readonly Placement[];
}

/** What a new offer begins with. */
export function DefaultsCard({ defaults, isPlus }: { defaults: OfferDefaults; isPlus: boolean }) {
  const { t } = useTranslation();
  const saved = formOf(defaults);
  const [form, setForm] = useState(saved);
  const [baseline, setBaseline] = useState(saved);
  const { submit } = useSettingsAction((result) => {
    if (result === "saved") setBaseline(form);
  });
  const read = OfferDefaults.safeParse({ percent: wholeOf(form.percent), quantityLimit: wholeOf(form.quantityLimit), placements: form.placements });
  const bad = new Set(read.success ? [] : read.error.issues.map(({ path }) => path[0]));
  const choices = placementOrder.filter((placement) => placement !== "product-page" && !isMissingFromPlan(placement, isPlus)).map((value) => ({ value, label: t(`common:placement.${value}`) }));
  const change = (fields: Partial<Form>) => setForm((current) => ({ ...current, ...fields }));
  return (
    <Card>
      <SaveBar id="defaults-save-bar" open={JSON.stringify(form) !== JSON.stringify(baseline)}>
        <button variant="primary" disabled={!read.success} onClick={() => { if (read.success) submit({ intent: "offerDefaults", defaults: JSON.stringify(read.data) }); }}>{t("settings:save")}</button>
        <button onClick={() => setForm(baseline)}>{t("settings:discard")}</button>
      </SaveBar>
      <BlockStack gap="400">
        <InlineStack gap="400">
          <div className="short-field">
            <TextField
              label={t("settings:defaults.percent")} inputMode="numeric" suffix="%" autoComplete="off" value={form.percent} onChange={(percent) => change({ percent })}
              {...(bad.has("percent") && { error: t("settings:range", { least: 0, most: 90 }) })}
            />
          </div>
          <div className="short-field">
            <TextField
              label={t("settings:defaults.quantity")} inputMode="numeric" autoComplete="off" value={form.quantityLimit} onChange={(quantityLimit) => change({ quantityLimit })}
              {...(bad.has("quantityLimit") && { error: t("settings:range", { least: 1, most: 100 }) })}
            />
          </div>
        </InlineStack>
        <ChoiceList
          title={t("settings:defaults.placements")} allowMultiple choices={choices} selected={[...form.placements]} {...(bad.has("placements") && { error: t("settings:defaults.noPlacement") })}
          onChange={(selected) => change({ placements: Placement.options.filter((placement) => selected.includes(placement)) })}
        />
        <Text as="p" tone="subdued">{t("settings:defaults.about")}</Text>
      </BlockStack>
    </Card>
  );
}

function formOf({ percent, quantityLimit, placements }: OfferDefaults): Form {
  return { percent: String(percent), quantityLimit: String(quantityLimit), placements: Placement.options.filter((placement) => placements.includes(placement)) };
}

function wholeOf(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
}
