import { BlockStack, Checkbox, Select, TextField } from "@shopify/polaris";
import { LIMIT_TEXTS } from "../../domain/courtesy/limit-texts";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import type { CountField, PolicyErrors, PolicyForm } from "./policy-form";

const defaults = defaultCourtesyPolicy();

export interface LimitFieldsProps {
  form: PolicyForm;
  errors: PolicyErrors;
  change: (fields: Partial<PolicyForm>) => void;
}

/** Limits that are a number of something, each with what it does and what it is unless changed. */
export function CountFields({ form, errors, change, fields }: LimitFieldsProps & { fields: readonly CountField[] }) {
  return (
    <BlockStack gap="400">
      {fields.map((field) => {
        const { label, help, unit } = LIMIT_TEXTS[field];
        return (
          <TextField
            key={field} label={label} autoComplete="off" inputMode="numeric" suffix={unit} value={form.counts[field]} error={errors[field]}
            helpText={`${help} Usually ${defaults[field]} ${unit}.`}
            onChange={(value) => change({ counts: { ...form.counts, [field]: value } })}
          />
        );
      })}
    </BlockStack>
  );
}

/** A limit that is on or off; off unless changed. */
export function SwitchField({ form, change, field }: LimitFieldsProps & { field: "isFirstOrderThanksOnly" | "mayImproveDeclined" }) {
  const { label, help } = LIMIT_TEXTS[field];
  return <Checkbox label={label} helpText={help} checked={form[field]} onChange={(checked) => change({ [field]: checked })} />;
}

const giftOptions: { value: PolicyForm["giftsFrom"]; label: string }[] = [
  { value: "certain", label: "When it is certain" },
  { value: "likely", label: "When it is likely or certain" },
  { value: "possible", label: "When it is possible, likely or certain" },
  { value: "never", label: "Never: learn from every order" },
];

export function GiftField({ form, change }: LimitFieldsProps) {
  const { label, help } = LIMIT_TEXTS.giftsFrom;
  return (
    <Select
      label={label} helpText={help} options={giftOptions} value={form.giftsFrom}
      onChange={(value) => change({ giftsFrom: giftOptions.find((option) => option.value === value)?.value ?? "likely" })}
    />
  );
}
