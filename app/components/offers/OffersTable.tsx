import { IndexTable } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { memo, useMemo } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNarrow } from "../use-narrow";
import type { MoveOffer, OfferLine, RowFigures } from "./OfferRow";
import { OfferRow } from "./OfferRow";
import { TickedOffers } from "./ticked-offers";
import type { BulkIntent } from "./use-list-commands";
import { useRowTicks } from "./use-row-ticks";

interface OffersTableProps {
  offers: OfferLine[];
  /** Null while they are being counted. */
  figures: ReadonlyMap<string, RowFigures> | null;
  emptyState: ReactNode;
  /** Null when everything is on one page. */
  pagination: IndexTableProps["pagination"] | null;
  busy: boolean;
  /** Null while the list shows no neighbours. */
  onMove: MoveOffer | null;
  onBulk: (intent: BulkIntent, ids: string[]) => void;
}

/** A tick is drawn in its row at once; the bar of bulk actions, and with it the whole table, follows when that is on the screen. */
export const OffersTable = memo(function OffersTable(props: OffersTableProps) {
  const { chosen, allResourcesSelected, handleSelectionChange, clearSelection, drawn } = useRowTicks(props.offers);
  return (
    <TickedOffers.Provider value={drawn}>
      <Table {...props} chosen={chosen} areAllChosen={allResourcesSelected} onSelectionChange={handleSelectionChange} onDone={clearSelection} />
    </TickedOffers.Provider>
  );
});

interface TableProps extends OffersTableProps {
  chosen: string[];
  areAllChosen: boolean;
  onSelectionChange: NonNullable<IndexTableProps["onSelectionChange"]>;
  /** Something was done with what is chosen. */
  onDone: () => void;
}

const Table = memo(function Table({ offers, figures, emptyState, pagination, busy, onMove, onBulk, chosen, areAllChosen, onSelectionChange, onDone }: TableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  // The same while nothing else is said: Polaris measures the whole table when it is given other headings.
  const headings = useMemo<IndexTableProps["headings"]>(() => [
    { title: t("offers:column.order") }, { title: t("offers:column.offer") }, { title: t("offers:column.status") },
    { title: t("offers:column.seen"), alignment: "end" }, { title: t("offers:column.accepted"), alignment: "end" }, { title: t("offers:column.revenue"), alignment: "end" },
    { title: t("offers:column.updated") },
  ], [t]);
  const bulk = (intent: Exclude<BulkIntent, "deleteDrafts">): NonNullable<IndexTableProps["promotedBulkActions"]>[number] => ({
    content: t(`offers:bulk.${intent}`),
    onAction: () => {
      onBulk(intent, chosen);
      onDone();
    },
  });
  const archived = offers.length > 0 && offers.every(({ phase }) => phase === "archived");
  return (
    <IndexTable
      resourceName={{ singular: t("offers:noun.one"), plural: t("offers:noun.many") }}
      itemCount={offers.length}
      condensed={isNarrow}
      selectedItemsCount={areAllChosen ? "All" : chosen.length}
      onSelectionChange={onSelectionChange}
      promotedBulkActions={archived ? [bulk("restore")] : [bulk("activate"), bulk("pause")]}
      bulkActions={archived ? [bulk("duplicate")] : [bulk("first"), bulk("last"), bulk("duplicate"), bulk("archive")]}
      emptyState={emptyState}
      loading={busy}
      {...(pagination && { pagination })}
      headings={headings}
    >
      {offers.map((offer, index) => (
        <OfferRow
          key={offer.id} offer={offer} index={index} isNarrow={isNarrow} figures={figures?.get(offer.id) ?? null}
          onMove={onMove} above={offers[index - 1]?.id} below={offers[index + 1]?.id}
        />
      ))}
    </IndexTable>
  );
});
