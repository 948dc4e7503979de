import { BlockStack, Checkbox, Select, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { LIMIT_UNITS } from "../../domain/courtesy/limit-units";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { errorText } from "../../i18n/error-text";
import type { FieldErrors } from "../use-settings-form";
import type { CountField, PolicyForm } from "./policy-form";

const usual = defaultCourtesyPolicy();

export interface LimitFieldsProps {
  form: PolicyForm;
  errors: FieldErrors;
  change: (fields: Partial<PolicyForm>) => void;
}

/** Limits that are a number of something, each with what it does and what it is unless changed. */
export function CountFields({ form, errors, change, fields }: LimitFieldsProps & { fields: readonly CountField[] }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="400">
      {fields.map((field) => {
        const unit = t(`courtesy:unit.${LIMIT_UNITS[field]}`);
        return (
          <TextField
            key={field} label={t(`courtesy:limit.${field}`)} autoComplete="off" inputMode="numeric" suffix={unit} value={form.counts[field]}
            error={errors[field] === undefined ? undefined : errorText(t, errors[field])}
            helpText={t("courtesy:withUsual", { help: t(`courtesy:help.${field}`), count: usual[field], unit })}
            onChange={(value) => change({ counts: { ...form.counts, [field]: value } })}
          />
        );
      })}
    </BlockStack>
  );
}

/** A limit that is on or off; off unless changed. */
export function SwitchField({ form, change, field }: LimitFieldsProps & { field: "isFirstOrderThanksOnly" | "mayImproveDeclined" }) {
  const { t } = useTranslation();
  return <Checkbox label={t(`courtesy:limit.${field}`)} helpText={t(`courtesy:help.${field}`)} checked={form[field]} onChange={(checked) => change({ [field]: checked })} />;
}

const giftChoices = ["certain", "likely", "possible", "never"] as const satisfies readonly PolicyForm["giftsFrom"][];

export function GiftField({ form, change }: LimitFieldsProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("courtesy:limit.giftsFrom")} helpText={t("courtesy:help.giftsFrom")} options={giftChoices.map((value) => ({ value, label: t(`courtesy:gift.${value}`) }))} value={form.giftsFrom}
      onChange={(value) => change({ giftsFrom: giftChoices.find((choice) => choice === value) ?? "likely" })}
    />
  );
}
