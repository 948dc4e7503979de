import { useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, EmptySearchResult, EmptyState, IndexFilters, IndexFiltersMode, Page, useSetIndexFiltersMode } from "@shopify/polaris";
import type { AppliedFilterInterface, IndexFiltersProps } from "@shopify/polaris";
import { ExportIcon, ImportIcon, SortIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { listedKinds, offerSorts, offerTabs } from "../../domain/offers/offer-listing";
import type { OfferListingQuery } from "../../domain/offers/offer-listing";
import { ConfirmModal } from "../ConfirmModal";
import { downloadText } from "../download";
import emptyImage from "../illustrations/offers.svg";
import { placementOrder, placementTexts } from "../placements/placement-texts";
import { ImportProblems, useFilePicker } from "./ImportOffers";
import type { OfferLine } from "./OfferRow";
import { OffersTable } from "./OffersTable";
import { sortTexts, tabTexts } from "./list-texts";
import { strategyTexts } from "./strategy-text";
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

const create = { content: "Create offer", url: "/app/offers/templates" };

export function OffersPage({ offers, total, next, previous, isInOrder }: OffersPageProps) {
  const shopify = useAppBridge();
  const navigation = useNavigation();
  const listing = useOfferListing();
  const { query, show } = listing;
  const { send, busy, problems } = useListCommands();
  const [archiving, setArchiving] = useState<string[] | null>(null);
  const { mode, setMode } = useSetIndexFiltersMode(IndexFiltersMode.Default);
  const figures = useRowFigures(offers.map(({ id }) => id));
  const picker = useFilePicker("Offers file", (file) => send({ intent: "import", file }));

  const exportCsv = async () => {
    const reply = await fetch(`/app/offers/export?${listing.search}`);
    if (reply.ok) downloadText("offers.csv", "text/csv", await reply.text());
    else shopify.toast.show("The export didn’t work. Try it again.", { isError: true });
  };
  const importing = { content: "Import", icon: ImportIcon, onAction: picker.open };

  if (total === 0) {
    return (
      <Page title="Offers">
        <BlockStack gap="400">
          <ImportProblems problems={problems} />
          <Card>
            <EmptyState heading="Make your first offer" image={emptyImage} action={create} secondaryAction={importing}>
              <p>Pick a product that goes well with what your customers just bought. They add it with one click, after they have paid.</p>
            </EmptyState>
          </Card>
        </BlockStack>
        {picker.field}
      </Page>
    );
  }
  return (
    <Page
      title="Offers" subtitle="When several fit an order, the one higher up is shown." primaryAction={create}
      secondaryActions={[
        { content: "Change order", icon: SortIcon, url: "/app/offers/order" },
        { content: "Export CSV", icon: ExportIcon, onAction: () => void exportCsv() },
        importing,
      ]}
    >
      <BlockStack gap="400">
        <ImportProblems problems={problems} />
        <Card padding="0">
          <IndexFilters
            mode={mode}
            setMode={setMode}
            tabs={offerTabs.map((id) => ({ id, content: tabTexts[id], onAction: () => show({ tab: id === "all" ? "" : id }) }))}
            selected={offerTabs.indexOf(query.tab)}
            canCreateNewView={false}
            queryValue={listing.typed}
            queryPlaceholder="Search offers by name"
            onQueryChange={listing.look}
            onQueryClear={() => listing.look("")}
            cancelAction={{ onAction: listing.clear }}
            {...filtersOf(query, show)}
            onClearAll={listing.clear}
            sortOptions={sortOptions}
            sortSelected={[`${query.sort} ${query.isDescending ? "desc" : "asc"}`]}
            onSort={([chosen]) => show({ sort: chosen === undefined || chosen === "priority asc" ? "" : chosen.replace(" ", "-") })}
            loading={navigation.state === "loading"}
          />
          <OffersTable
            offers={offers}
            figures={figures}
            busy={busy}
            emptyState={<EmptySearchResult title="No offers here" description="Try another tab, another name or fewer filters." withIllustration />}
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
        title={archiving?.length === 1 ? "Archive this offer?" : `Archive ${archiving?.length ?? 0} offers?`}
        confirm="Archive"
        onConfirm={() => archiving && send({ intent: "archive", ids: archiving })}
        onClose={() => setArchiving(null)}
      >
        Customers no longer see them. Their history and results stay, and you can restore them from the Archived tab.
      </ConfirmModal>
    </Page>
  );
}

const sortOptions: NonNullable<IndexFiltersProps["sortOptions"]> = offerSorts.flatMap((sort) => {
  const { label, rising, falling } = sortTexts[sort];
  return [{ label, value: `${sort} asc` as const, directionLabel: rising }, { label, value: `${sort} desc` as const, directionLabel: falling }];
});

function filtersOf({ placements, kinds }: OfferListingQuery, show: (changes: { placement?: string; kind?: string }) => void) {
  const places = placementOrder.map((placement) => ({ value: placement, label: placementTexts[placement].name }));
  const ways = listedKinds.map((kind) => ({ value: kind, label: strategyTexts[kind].label }));
  const filter = (key: "placement" | "kind", label: string, choices: { value: string; label: string }[], selected: readonly string[]) => ({
    key, label, pinned: true,
    filter: <ChoiceList title={label} titleHidden allowMultiple choices={choices} selected={[...selected]} onChange={(chosen) => show({ [key]: chosen.join(",") })} />,
  });
  const applied = (key: "placement" | "kind", label: string, choices: { value: string; label: string }[], selected: readonly string[]): AppliedFilterInterface[] =>
    selected.length === 0 ? [] : [{
      key, label: `${label}: ${choices.filter(({ value }) => selected.includes(value)).map((choice) => choice.label).join(", ")}`, onRemove: () => show({ [key]: "" }),
    }];
  return {
    filters: [filter("placement", "Placement", places, placements), filter("kind", "What is offered", ways, kinds)],
    appliedFilters: [...applied("placement", "Placement", places, placements), ...applied("kind", "What is offered", ways, kinds)],
  };
}
