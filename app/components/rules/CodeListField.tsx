import { BlockStack, Combobox, InlineStack, Listbox, Tag } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegionOption } from "./region-options";

const mostShown = 30;

interface CodeListFieldProps {
  /** What the list holds. */
  of: "languages" | "countries" | "currencies";
  codes: string[];
  options: readonly RegionOption[];
  onChange: (codes: string[]) => void;
}

/** A list of countries or currencies, found by name or code. */
export function CodeListField({ of, codes, options, onChange }: CodeListFieldProps) {
  const { t } = useTranslation();
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
            label={t(`rules:list.${of}`)} labelHidden autoComplete="off" placeholder={t(`rules:add.${of}`)}
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
            {matching.map(({ code, name }) => <Listbox.Option key={code} value={code}>{t("rules:list.nameAndCode", { name, code })}</Listbox.Option>)}
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
