import { AutoSelection, BlockStack, Combobox, Icon, InlineStack, Listbox, Tag, Text } from "@shopify/polaris";
import { CheckIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

export interface PickerOption {
  value: string;
  label: string;
}

interface ValuePickerProps {
  label: string;
  placeholder: string;
  helpText?: string | undefined;
  typed: string;
  onTyped: (typed: string) => void;
  /** What may be picked now, those that are chosen included. */
  options: readonly PickerOption[];
  searching?: boolean;
  chosen: readonly PickerOption[];
  onChange: (values: string[]) => void;
  /** Offered above the options, for what is none of them. */
  action?: PickerOption | null;
  onAct?: () => void;
  onBlur?: () => void;
  onFocus?: () => void;
}

/** Several values, found while typing and shown as tags that can be taken away. */
export function ValuePicker({ label, placeholder, helpText, typed, onTyped, options, searching = false, chosen, onChange, action = null, onAct, onBlur, onFocus }: ValuePickerProps) {
  const { t } = useTranslation();
  // Of what is chosen and listed the shop may spell one differently.
  const [said, setSaid] = useState("");
  const values = chosen.map(({ value }) => value);
  const chosenAs = (value: string) => values.find((other) => other.toLowerCase() === value.toLowerCase());
  const toggle = ({ value, label: name }: PickerOption) => {
    const held = chosenAs(value);
    onChange(held === undefined ? [...values, value] : values.filter((other) => other !== held));
    setSaid(t(held === undefined ? "rules:list.added" : "rules:list.removed", { name }));
    onTyped("");
  };
  const select = (value: string) => {
    const option = options.find((other) => other.value === value);
    if (option) toggle(option);
    else onAct?.();
  };

  // Whoever types quickly presses Enter before the list has an option to choose.
  const takeTyped = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement) || event.target.hasAttribute("aria-activedescendant")) return;
    const [first] = options;
    if (action) onAct?.();
    else if (first && typed.trim() !== "" && chosenAs(first.value) === undefined) toggle(first);
  };

  return (
    <BlockStack gap="200">
      <div role="presentation" onKeyDown={takeTyped}>
        <Combobox
          allowMultiple
          activator={
            <Combobox.TextField
              label={label} labelHidden autoComplete="off" placeholder={placeholder} helpText={helpText}
              value={typed} onChange={onTyped} {...(onBlur && { onBlur })} {...(onFocus && { onFocus })}
            />
          }
        >
          {options.length > 0 || action || searching ? (
            <Listbox autoSelection={AutoSelection.First} onSelect={select}>
              {action && <Listbox.Action value={action.value}>{action.label}</Listbox.Action>}
              {options.map((option) => (
                <Listbox.Option key={option.value} value={option.value} selected={chosenAs(option.value) !== undefined}>
                  <OptionContent label={option.label} isChosen={chosenAs(option.value) !== undefined} />
                </Listbox.Option>
              ))}
              {searching && options.length === 0 && <Listbox.Loading accessibilityLabel={t("rules:list.searching")} />}
            </Listbox>
          ) : null}
        </Combobox>
      </div>
      {chosen.length > 0 && (
        <InlineStack gap="100">
          {chosen.map((option) => <Tag key={option.value} onRemove={() => toggle(option)}>{option.label}</Tag>)}
        </InlineStack>
      )}
      <div role="status" className="Polaris-Text--visuallyHidden">{said}</div>
    </BlockStack>
  );
}

/** As Polaris draws an option, but for its checkbox: an option may hold nothing that can be reached by itself. */
function OptionContent({ label, isChosen }: { label: string; isChosen: boolean }) {
  return (
    <div className="Polaris-Listbox-TextOption">
      <div className="Polaris-Listbox-TextOption__Content">
        <Text as="span" {...(isChosen && { fontWeight: "semibold" as const })}>{label}</Text>
        {isChosen && <span className="option-chosen"><Icon source={CheckIcon} /></span>}
      </div>
    </div>
  );
}
