import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bestMatches } from "./best-matches";
import type { RegionOption } from "./region-options";
import { useKnownValues } from "./use-known-values";
import { ValuePicker } from "./ValuePicker";

const mostShown = 30;

interface CodeListFieldProps {
  /** What the list holds. */
  of: "languages" | "countries" | "currencies";
  codes: string[];
  options: readonly RegionOption[];
  onChange: (codes: string[]) => void;
}

/** A list of countries, currencies or languages, found by name or code; those that occur at the shop come first. */
export function CodeListField({ of, codes, options, onChange }: CodeListFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [focused, setFocused] = useState(false);
  const { values: own } = useKnownValues(of, "", focused);
  const byCode = new Map(options.map((option) => [option.code, option]));
  const ownFirst = new Set([...own.flatMap((code) => byCode.get(code) ?? []), ...options]);
  const matching = bestMatches([...ownFirst], typed, ({ code, name }) => [name, code]).slice(0, mostShown);

  return (
    <ValuePicker
      label={t(`rules:list.${of}`)} placeholder={t(`rules:add.${of}`)}
      typed={typed} onTyped={setTyped}
      options={matching.map(({ code, name }) => ({ value: code, label: t("rules:list.nameAndCode", { name, code }) }))}
      chosen={codes.map((code) => ({ value: code, label: byCode.get(code)?.name ?? code }))} onChange={onChange}
      onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}
    />
  );
}
