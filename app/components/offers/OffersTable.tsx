import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { OfferLine, RowFigures } from "./OfferRow";
import { OfferRow } from "./OfferRow";
import type { BulkIntent } from "./list-texts";

interface OffersTableProps {
  offers: OfferLine[];
  /** Null while they are being counted. */
  figures: ((id: string) => RowFigures) | null;
  emptyState: ReactNode;
  /** Null when everything is on one page. */
  pagination: IndexTableProps["pagination"] | null;
  busy: boolean;
  /** Null while the list shows no neighbours. */
  onMove: ((id: string, direction: "before" | "after", other: string) => void) | null;
  onBulk: (intent: BulkIntent, ids: string[]) => void;
}

const resourceName = { singular: "offer", plural: "offers" };

export function OffersTable({ offers, figures, emptyState, pagination, busy, onMove, onBulk }: OffersTableProps) {
  const { smDown } = useBreakpoints();
  // Only the ids matter to selecting.
  const selection = useIndexResourceState(offers.map(({ id }) => ({ id })));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const bulk = (content: string, intent: BulkIntent): NonNullable<IndexTableProps["promotedBulkActions"]>[number] => ({
    content,
    onAction: () => {
      onBulk(intent, selectedResources);
      clearSelection();
    },
  });
  const archived = offers.length > 0 && offers.every(({ phase }) => phase === "archived");
  return (
    <IndexTable
      resourceName={resourceName}
      itemCount={offers.length}
      condensed={smDown}
      selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={archived ? [bulk("Restore as paused", "restore")] : [bulk("Activate", "activate"), bulk("Pause", "pause")]}
      bulkActions={archived ? [bulk("Duplicate", "duplicate")] : [
        bulk("Move to the front", "first"), bulk("Move to the back", "last"), bulk("Duplicate", "duplicate"), bulk("Archive", "archive"),
      ]}
      emptyState={emptyState}
      loading={busy}
      {...(pagination && { pagination })}
      headings={[
        { title: "Order" }, { title: "Offer" }, { title: "Status" },
        { title: "Seen", alignment: "end" }, { title: "Accepted", alignment: "end" }, { title: "Added revenue", alignment: "end" }, { title: "Last changed" },
      ]}
    >
      {offers.map((offer, index) => (
        <OfferRow
          key={offer.id} offer={offer} index={index} isNarrow={smDown} selected={selectedResources.includes(offer.id)} figures={figures && figures(offer.id)}
          move={onMove && {
            up: neighbour(offers[index - 1], (other) => onMove(offer.id, "before", other)),
            down: neighbour(offers[index + 1], (other) => onMove(offer.id, "after", other)),
          }}
        />
      ))}
    </IndexTable>
  );
}

function neighbour(offer: OfferLine | undefined, move: (other: string) => void): (() => void) | null {
  return offer ? () => move(offer.id) : null;
}
