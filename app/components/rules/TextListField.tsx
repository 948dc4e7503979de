import { BlockStack, Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const mostShown = 30;
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
  /** Offered while typing; anything else may be typed as well. */
  known: readonly string[];
  onChange: (values: string[]) => void;
  helpText?: string | undefined;
}

/** A list of texts: typed, or picked from those the catalogue has. */
export function TextListField({ of, label, values, known, onChange, helpText }: TextListFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const has = (text: string) => values.some((value) => value.toLowerCase() === text.toLowerCase());
  const matching = known.filter((text) => text.toLowerCase().includes(wanted.toLowerCase()) && !has(text)).slice(0, mostShown);
  const isNew = wanted !== "" && !has(wanted) && !matching.some((text) => text.toLowerCase() === wanted.toLowerCase());

  const add = (text: string) => {
    if (text !== "" && !has(text)) onChange([...values, text]);
    setTyped("");
  };

  return (
    <BlockStack gap="200">
      <Combobox
        activator={
          <Combobox.TextField
            label={label ?? t(`rules:list.${of}`)} labelHidden autoComplete="off" placeholder={t(`rules:add.${of}`)} helpText={helpText}
            value={typed} onChange={setTyped} onBlur={() => add(wanted)}
          />
        }
      >
        {matching.length > 0 || isNew ? (
          <Listbox onSelect={(value) => add(value === asTyped ? wanted : value)}>
            {isNew && <Listbox.Action value={asTyped}>{t("rules:list.addTyped", { text: wanted })}</Listbox.Action>}
            {matching.map((text) => <Listbox.Option key={text} value={text}>{text}</Listbox.Option>)}
          </Listbox>
        ) : null}
      </Combobox>
      {values.length > 0 && (
        <InlineStack gap="100">
          {values.map((text) => (
            <Tag key={text} onRemove={() => onChange(values.filter((value) => value !== text))}>{text}</Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
