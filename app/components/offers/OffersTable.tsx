import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OfferLine, RowFigures } from "./OfferRow";
import { OfferRow } from "./OfferRow";
import type { BulkIntent } from "./use-list-commands";

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

export function OffersTable({ offers, figures, emptyState, pagination, busy, onMove, onBulk }: OffersTableProps) {
  const { t } = useTranslation();
  const { smDown } = useBreakpoints();
  // Only the ids matter to selecting.
  const selection = useIndexResourceState(offers.map(({ id }) => ({ id })));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const bulk = (intent: Exclude<BulkIntent, "deleteDrafts">): NonNullable<IndexTableProps["promotedBulkActions"]>[number] => ({
    content: t(`offers:bulk.${intent}`),
    onAction: () => {
      onBulk(intent, selectedResources);
      clearSelection();
    },
  });
  const archived = offers.length > 0 && offers.every(({ phase }) => phase === "archived");
  return (
    <IndexTable
      resourceName={{ singular: t("offers:noun.one"), plural: t("offers:noun.many") }}
      itemCount={offers.length}
      condensed={smDown}
      selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={archived ? [bulk("restore")] : [bulk("activate"), bulk("pause")]}
      bulkActions={archived ? [bulk("duplicate")] : [bulk("first"), bulk("last"), bulk("duplicate"), bulk("archive")]}
      emptyState={emptyState}
      loading={busy}
      {...(pagination && { pagination })}
      headings={[
        { title: t("offers:column.order") }, { title: t("offers:column.offer") }, { title: t("offers:column.status") },
        { title: t("offers:column.seen"), alignment: "end" }, { title: t("offers:column.accepted"), alignment: "end" }, { title: t("offers:column.revenue"), alignment: "end" },
        { title: t("offers:column.updated") },
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
