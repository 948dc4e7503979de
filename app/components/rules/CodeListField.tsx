import { BlockStack, Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useState } from "react";
import type { RegionOption } from "./region-options";

const mostShown = 30;

interface CodeListFieldProps {
  label: string;
  codes: string[];
  options: readonly RegionOption[];
  onChange: (codes: string[]) => void;
}

/** A list of countries or currencies, found by name or code. */
export function CodeListField({ label, codes, options, onChange }: CodeListFieldProps) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const matching = options
    .filter(({ code, name }) => !codes.includes(code) && `${name} ${code}`.toLowerCase().includes(wanted))
    .slice(0, mostShown);
  const nameOf = (code: string) => options.find((option) => option.code === code)?.name ?? code;

  return (
    <BlockStack gap="200">
      <Combobox
        activator={
          <Combobox.TextField
            label={label} labelHidden autoComplete="off" placeholder={`Add ${label.toLowerCase()}`}
            value={typed} onChange={setTyped}
          />
        }
      >
        {matching.length > 0 ? (
          <Listbox
            onSelect={(code) => {
              onChange([...codes, code]);
              setTyped("");
            }}
          >
            {matching.map(({ code, name }) => <Listbox.Option key={code} value={code}>{`${name} (${code})`}</Listbox.Option>)}
          </Listbox>
        ) : null}
      </Combobox>
      {codes.length > 0 && (
        <InlineStack gap="100">
          {codes.map((code) => (
            <Tag key={code} onRemove={() => onChange(codes.filter((other) => other !== code))}>{nameOf(code)}</Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
