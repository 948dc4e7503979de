import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KnownList } from "../../domain/rules/known-values";
import { bestMatches } from "./best-matches";
import { useKnownValues } from "./use-known-values";
import { ValuePicker } from "./ValuePicker";
import type { PickerOption } from "./ValuePicker";

/** Stands for whatever is typed by then: the list may still hold an earlier keystroke when Enter is pressed. */
const asTyped = "\u0000";

export type TextList =
  | "variantNames" | "tags" | "vendors" | "productTypes" | "values" | "codes" | "methods" | "gateways" | "channels" | "customerTags" | "markets";

interface TextListFieldProps {
  /** What the list holds. */
  of: TextList;
  /** What the list is for, where its name alone would not say. */
  label?: string;
  values: string[];
  /** Whose values at this shop are offered while typing; anything else may be typed as well. */
  suggest?: KnownList | undefined;
  /** Offered whether they occur at the shop or not. */
  always?: readonly string[] | undefined;
  onChange: (values: string[]) => void;
  helpText?: string | undefined;
}

/** A list of texts: typed, or picked from those that the shop has. */
export function TextListField({ of, label, values, suggest, always = [], onChange, helpText }: TextListFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [focused, setFocused] = useState(false);
  const { values: known, searching } = useKnownValues(suggest, typed, focused);
  const wanted = typed.trim();
  const isWanted = (text: string) => text.toLowerCase() === wanted.toLowerCase();
  const options = bestMatches([...new Set([...known, ...always])], wanted, (text) => [text]);
  const isNew = wanted !== "" && ![...values, ...options].some(isWanted);

  const add = () => {
    if (wanted !== "" && !values.some(isWanted)) onChange([...values, options.find(isWanted) ?? wanted]);
    setTyped("");
  };

  return (
    <ValuePicker
      label={label ?? t(`rules:list.${of}`)} placeholder={t(`rules:add.${of}`)} helpText={helpText}
      typed={typed} onTyped={setTyped} options={options.map(asItself)} searching={searching}
      chosen={values.map(asItself)} onChange={onChange}
      action={isNew ? { value: asTyped, label: t("rules:list.addTyped", { text: wanted }) } : null} onAct={add}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        add();
      }}
    />
  );
}

function asItself(text: string): PickerOption {
  return { value: text, label: text };
}
