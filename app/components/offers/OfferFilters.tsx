import { useNavigation } from "@remix-run/react";
import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode } from "@shopify/polaris";
import type { AppliedFilterInterface, IndexFiltersProps } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { startTransition } from "react";
import { useTranslation } from "react-i18next";
import { listedKinds, offerSorts, offerTabs } from "../../domain/offers/offer-listing";
import type { OfferListingQuery } from "../../domain/offers/offer-listing";
import { placementOrder } from "../placements/placement-editors";
import { useOfferListing } from "./use-offer-listing";
import { useOfferSearch } from "./use-offer-search";

/** Tabs, search, filters and sorting of the list of offers; what is chosen stands in the address. */
export function OfferFilters() {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const { query, show } = useOfferListing();
  const { typed, look, clear } = useOfferSearch(query.search, show);
  const { mode, setMode } = useSetIndexFiltersMode(IndexFiltersMode.Default);
  const sortedBy = `${query.sort} ${query.isDescending ? "desc" : "asc"}`;
  return (
    <IndexFilters
      mode={mode}
      // The click is answered before the filters are drawn.
      setMode={(next) => startTransition(() => setMode(next))}
      tabs={offerTabs.map((id) => ({ id, content: t(`offers:tab.${id}`), onAction: () => show({ tab: id === "all" ? "" : id }) }))}
      selected={offerTabs.indexOf(query.tab)}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t("offers:search")}
      onQueryChange={look}
      onQueryClear={() => look("")}
      cancelAction={{ onAction: clear }}
      {...filtersOf(t, query, show)}
      onClearAll={clear}
      sortOptions={sortOptions(t)}
      sortSelected={[sortedBy]}
      onSort={([chosen]) => show({ sort: chosen === undefined || chosen === "priority asc" ? "" : chosen.replace(" ", "-") })}
      loading={navigation.state === "loading"}
    />
  );
}

function sortOptions(t: TFunction): NonNullable<IndexFiltersProps["sortOptions"]> {
  return offerSorts.flatMap((sort) => {
    const label = t(`offers:sort.${sort}`);
    return [{ label, value: `${sort} asc` as const, directionLabel: t(`offers:rising.${sort}`) }, { label, value: `${sort} desc` as const, directionLabel: t(`offers:falling.${sort}`) }];
  });
}

function filtersOf(t: TFunction, { placements, kinds }: OfferListingQuery, show: (changes: { placement?: string; kind?: string }) => void) {
  const [placement, kind] = [t("offers:filter.placement"), t("offers:filter.kind")];
  const places = placementOrder.map((value) => ({ value, label: t(`common:placement.${value}`) }));
  const ways = listedKinds.map((value) => ({ value, label: t(`offers:strategyName.${value}`) }));
  const filter = (key: "placement" | "kind", label: string, choices: { value: string; label: string }[], selected: readonly string[]) => ({
    key, label, pinned: true,
    filter: <ChoiceList title={label} titleHidden allowMultiple choices={choices} selected={[...selected]} onChange={(chosen) => show({ [key]: chosen.join(",") })} />,
  });
  const applied = (key: "placement" | "kind", label: string, choices: { value: string; label: string }[], selected: readonly string[]): AppliedFilterInterface[] =>
    selected.length === 0 ? [] : [{
      key, label: t("offers:filter.applied", { filter: label, values: choices.filter(({ value }) => selected.includes(value)).map((choice) => choice.label) }), onRemove: () => show({ [key]: "" }),
    }];
  return {
    filters: [filter("placement", placement, places, placements), filter("kind", kind, ways, kinds)],
    appliedFilters: [...applied("placement", placement, places, placements), ...applied("kind", kind, ways, kinds)],
  };
}
