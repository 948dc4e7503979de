import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import { startTransition, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { placements } from "../../domain/offers/placements";
import { periodChoices } from "../reports/period-labels";
import { reasonOptions } from "./reason-counts-text";
import { labelOf, outcomeOptions, showOptions } from "./activity-filters";

interface ActivityFiltersProps {
  params: URLSearchParams;
  offers: { id: string; name: string }[];
  loading: boolean;
  /** An empty text takes a filter away. */
  onChange: (changes: Record<string, string>) => void;
}

/** Filters of the activity list; what is chosen stands in the address. */
export function ActivityFilters({ params, offers, loading, onChange }: ActivityFiltersProps) {
  const { t } = useTranslation();
  const tabs = [{ value: "", label: t("activity:filter.all") }, ...outcomeOptions(t)];
  const { mode, setMode } = useSetIndexFiltersMode(["show", "reason", "order", "placement"].some((name) => params.has(name)) ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const [typed, setTyped] = useState(params.get("order") ?? "");
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = (text: string) => {
    setTyped(text);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => onChange({ order: text.trim() }), 400);
  };
  const kinds = [
    { key: "placement", label: t("activity:filter.placement"), options: placements.map((value) => ({ value, label: t(`common:placement.${value}`) })) },
    { key: "offer", label: t("activity:filter.offer"), options: offers.map(({ id, name }) => ({ value: id, label: name })) },
    { key: "period", label: t("activity:filter.period"), options: periodChoices(t) },
    { key: "show", label: t("activity:filter.show"), options: showOptions(t) },
    { key: "reason", label: t("activity:filter.reason"), options: reasonOptions(t) },
  ];
  return (
    <IndexFilters
      mode={mode}
      // The click is answered before the filters are drawn.
      setMode={(next) => startTransition(() => setMode(next))}
      tabs={tabs.map(({ value, label }) => ({ id: value === "" ? "all" : value, content: label, onAction: () => onChange({ outcome: value }) }))}
      selected={Math.max(0, tabs.findIndex(({ value }) => value === (params.get("outcome") ?? "")))}
      autoFocusSearchField={false}
      canCreateNewView={false}
      loading={loading}
      queryValue={typed}
      queryPlaceholder={t("activity:filter.order")}
      onQueryChange={look}
      onQueryClear={() => look("")}
      cancelAction={{ onAction: () => look("") }}
      onClearAll={() => {
        setTyped("");
        onChange({ order: "", placement: "", offer: "", period: "", show: "", reason: "" });
      }}
      filters={kinds.map(({ key, label, options }) => ({
        key,
        label,
        pinned: key !== "show" && key !== "reason",
        filter: (
          <ChoiceList
            title={label} titleHidden
            choices={options.map(({ value, label: text }) => ({ value, label: text }))}
            selected={[params.get(key) ?? ""]}
            onChange={([value]) => onChange({ [key]: value ?? "" })}
          />
        ),
      }))}
      appliedFilters={kinds.flatMap(({ key, label, options }) => {
        const value = params.get(key);
        return value ? [{ key, label: t("activity:filter.applied", { filter: label, value: labelOf(options, value) }), onRemove: () => onChange({ [key]: "" }) }] : [];
      })}
    />
  );
}
