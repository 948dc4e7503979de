import { BlockStack, Checkbox, Select, TextField } from "@shopify/polaris";
import { memo } from "react";
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
  change: Change;
}

type Change = (next: (current: PolicyForm) => PolicyForm) => void;

/** Limits that are a number of something, each with what it does and what it is unless changed. */
export function CountFields({ form, errors, change, fields }: LimitFieldsProps & { fields: readonly CountField[] }) {
  return (
    <BlockStack gap="400">
      {fields.map((field) => <CountLimit key={field} field={field} value={form.counts[field]} error={errors[field]} change={change} />)}
    </BlockStack>
  );
}

/** Not drawn anew while another limit is typed. */
const CountLimit = memo(function CountLimit({ field, value, error, change }: { field: CountField; value: string; error: string | undefined; change: Change }) {
  const { t } = useTranslation();
  const unit = t(`courtesy:unit.${LIMIT_UNITS[field]}`);
  return (
    <TextField
      label={t(`courtesy:limit.${field}`)} autoComplete="off" inputMode="numeric" suffix={unit} value={value} error={error === undefined ? undefined : errorText(t, error)}
      helpText={t("courtesy:withUsual", { help: t(`courtesy:help.${field}`), count: usual[field], unit })}
      onChange={(text) => change((current) => ({ ...current, counts: { ...current.counts, [field]: text } }))}
    />
  );
});

interface SwitchFieldProps {
  field: "isFirstOrderThanksOnly" | "mayImproveDeclined";
  checked: boolean;
  change: Change;
}

/** A limit that is on or off; off unless changed. */
export const SwitchField = memo(function SwitchField({ field, checked, change }: SwitchFieldProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      label={t(`courtesy:limit.${field}`)} helpText={t(`courtesy:help.${field}`)} checked={checked} onChange={(next) => change((current) => ({ ...current, [field]: next }))}
    />
  );
});

const giftChoices = ["certain", "likely", "possible", "never"] as const satisfies readonly PolicyForm["giftsFrom"][];

export const GiftField = memo(function GiftField({ value, change }: { value: PolicyForm["giftsFrom"]; change: Change }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("courtesy:limit.giftsFrom")} helpText={t("courtesy:help.giftsFrom")} options={giftChoices.map((choice) => ({ value: choice, label: t(`courtesy:gift.${choice}`) }))} value={value}
      onChange={(chosen) => change((current) => ({ ...current, giftsFrom: giftChoices.find((choice) => choice === chosen) ?? "likely" }))}
    />
  );
});
