import { useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, EmptySearchResult, EmptyState, IndexFilters, IndexFiltersMode, Page, Text, useSetIndexFiltersMode } from "@shopify/polaris";
import type { AppliedFilterInterface, IndexFiltersProps } from "@shopify/polaris";
import { ExportIcon, ImportIcon, SortIcon } from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listedKinds, offerSorts, offerTabs } from "../../domain/offers/offer-listing";
import type { OfferListingQuery } from "../../domain/offers/offer-listing";
import { figureDays } from "../../domain/offers/figure-days";
import { ConfirmModal } from "../ConfirmModal";
import { downloadText } from "../download";
import emptyImage from "../illustrations/offers.svg";
import { placementOrder } from "../placements/placement-editors";
import { ImportProblems, useFilePicker } from "./ImportOffers";
import type { OfferLine } from "./OfferRow";
import { OffersTable } from "./OffersTable";
import { useListCommands } from "./use-list-commands";
import { useOfferListing } from "./use-offer-listing";
import { useRowFigures } from "./use-row-figures";

export interface OffersPageProps {
  offers: OfferLine[];
  /** Of all states. */
  total: number;
  next: string | null;
  previous: string | null;
  isInOrder: boolean;
}

export function OffersPage({ offers, total, next, previous, isInOrder }: OffersPageProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigation = useNavigation();
  const listing = useOfferListing();
  const { query, show } = listing;
  const { send, busy, problems } = useListCommands();
  const [archiving, setArchiving] = useState<string[] | null>(null);
  const { mode, setMode } = useSetIndexFiltersMode(IndexFiltersMode.Default);
  const sortedBy = `${query.sort} ${query.isDescending ? "desc" : "asc"}`;
  const figures = useRowFigures(offers.map(({ id }) => id));
  const picker = useFilePicker(t("offers:importFile"), (file) => send({ intent: "import", file }));

  const exportCsv = async () => {
    const reply = await fetch(`/app/offers/export?${listing.search}`);
    if (reply.ok) downloadText("offers.csv", "text/csv", await reply.text());
    else shopify.toast.show(t("offers:exportFailed"), { isError: true });
  };
  const create = { content: t("offers:create"), url: "/app/offers/templates" };
  const importing = { content: t("offers:import"), icon: ImportIcon, onAction: picker.open };

  if (total === 0) {
    return (
      <Page title={t("offers:title")}>
        <BlockStack gap="400">
          <ImportProblems problems={problems} />
          <Card>
            <EmptyState heading={t("offers:empty.title")} image={emptyImage} action={create} secondaryAction={importing}>
              <p>{t("offers:empty.text")}</p>
            </EmptyState>
          </Card>
        </BlockStack>
        {picker.field}
      </Page>
    );
  }
  return (
    <Page
      title={t("offers:title")} subtitle={t("offers:subtitle")} primaryAction={create}
      secondaryActions={[
        { content: t("offers:changeOrder"), icon: SortIcon, url: "/app/offers/order" },
        { content: t("offers:exportCsv"), icon: ExportIcon, onAction: () => void exportCsv() },
        importing,
      ]}
    >
      <BlockStack gap="400">
        <ImportProblems problems={problems} />
        <Card padding="0">
          <IndexFilters
            mode={mode}
            setMode={setMode}
            tabs={offerTabs.map((id) => ({ id, content: t(`offers:tab.${id}`), onAction: () => show({ tab: id === "all" ? "" : id }) }))}
            selected={offerTabs.indexOf(query.tab)}
            canCreateNewView={false}
            queryValue={listing.typed}
            queryPlaceholder={t("offers:search")}
            onQueryChange={listing.look}
            onQueryClear={() => listing.look("")}
            cancelAction={{ onAction: listing.clear }}
            {...filtersOf(t, query, show)}
            onClearAll={listing.clear}
            sortOptions={sortOptions(t)}
            sortSelected={[sortedBy]}
            onSort={([chosen]) => show({ sort: chosen === undefined || chosen === "priority asc" ? "" : chosen.replace(" ", "-") })}
            loading={navigation.state === "loading"}
          />
          <div className="figures-note"><Text as="p" variant="bodySm" tone="subdued">{t("offers:figuresNote", { days: figureDays })}</Text></div>
          <OffersTable
            offers={offers}
            figures={figures}
            busy={busy}
            emptyState={<EmptySearchResult title={t("offers:empty.noneTitle")} description={t("offers:empty.noneText")} withIllustration />}
            pagination={next === null && previous === null ? null : {
              hasNext: next !== null, hasPrevious: previous !== null,
              onNext: () => { if (next !== null) listing.page("after", next); }, onPrevious: () => { if (previous !== null) listing.page("before", previous); },
            }}
            onMove={isInOrder ? (id, direction, other) => send({ intent: "move", id, direction, other }) : null}
            onBulk={(intent, ids) => (intent === "archive" ? setArchiving(ids) : send({ intent, ids }))}
          />
        </Card>
      </BlockStack>
      {picker.field}
      <ConfirmModal
        open={archiving !== null}
        title={t("offers:archive.title", { count: archiving?.length ?? 0 })}
        confirm={t("offers:archive.confirm")}
        onConfirm={() => archiving && send({ intent: "archive", ids: archiving })}
        onClose={() => setArchiving(null)}
      >{t("offers:archive.text")}</ConfirmModal>
    </Page>
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
