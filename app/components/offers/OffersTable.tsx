import { Badge, BlockStack, Button, ButtonGroup, IndexTable, InlineStack, Link, Text, Thumbnail, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, ImageIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import type { OfferStatus } from "../../domain/offers/offer";
import { StatusBadge } from "./StatusBadge";

export interface OfferLine {
  id: string;
  name: string;
  status: OfferStatus;
  discount: string;
  /** The first product's title and how many more there are. */
  product: string;
  imageUrl: string | null;
  schedule: string;
  updated: string;
  problem: string | null;
}

export type BulkIntent = "activate" | "pause" | "archive" | "restore";

interface OffersTableProps {
  offers: OfferLine[];
  emptyState: ReactNode;
  /** Null when everything is on one page. */
  pagination: { hasNext: boolean; hasPrevious: boolean; onNext: () => void; onPrevious: () => void } | null;
  busy: boolean;
  /** Null while the list is filtered in a way that hides an offer's neighbours. */
  onMove: ((id: string, direction: "up" | "down") => void) | null;
  onBulk: (intent: BulkIntent, ids: string[]) => void;
}

const resourceName = { singular: "offer", plural: "offers" };

export function OffersTable({ offers, emptyState, pagination, busy, onMove, onBulk }: OffersTableProps) {
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
  const archived = offers.length > 0 && offers.every(({ status }) => status === "archived");
  return (
    <IndexTable
      resourceName={resourceName}
      itemCount={offers.length}
      condensed={smDown}
      selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={archived ? [bulk("Restore as paused", "restore")] : [bulk("Activate", "activate"), bulk("Pause", "pause"), bulk("Archive", "archive")]}
      emptyState={emptyState}
      loading={busy}
      {...(pagination && { pagination })}
      headings={[
        { title: "Order" }, { title: "Offer" }, { title: "Status" }, { title: "Discount" }, { title: "Schedule" }, { title: "Last changed" },
      ]}
    >
      {offers.map((offer, index) => (
        <IndexTable.Row key={offer.id} id={offer.id} position={index} selected={selectedResources.includes(offer.id)}>
          {smDown ? (
            <div className="narrow-row">
              <InlineStack gap="300" wrap={false} blockAlign="start">
                <Thumbnail source={offer.imageUrl ?? ImageIcon} alt="" size="small" />
                <BlockStack gap="100">
                  <OfferName offer={offer} />
                  <InlineStack gap="200"><StatusBadge status={offer.status} /><Text as="span" tone="subdued">{offer.discount}</Text></InlineStack>
                  {onMove && <MoveButtons offer={offer} index={index} last={offers.length - 1} onMove={onMove} />}
                </BlockStack>
              </InlineStack>
            </div>
          ) : (
            <>
              <IndexTable.Cell>
                {onMove ? <MoveButtons offer={offer} index={index} last={offers.length - 1} onMove={onMove} /> : <Text as="span" tone="subdued">–</Text>}
              </IndexTable.Cell>
              <IndexTable.Cell>
                <InlineStack gap="300" wrap={false} blockAlign="center">
                  <Thumbnail source={offer.imageUrl ?? ImageIcon} alt="" size="small" />
                  <OfferName offer={offer} />
                </InlineStack>
              </IndexTable.Cell>
              <IndexTable.Cell><StatusBadge status={offer.status} /></IndexTable.Cell>
              <IndexTable.Cell>{offer.discount}</IndexTable.Cell>
              <IndexTable.Cell>{offer.schedule}</IndexTable.Cell>
              <IndexTable.Cell>{offer.updated}</IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function OfferName({ offer }: { offer: OfferLine }) {
  return (
    <BlockStack gap="050">
      <Link dataPrimaryLink url={`/app/offers/${offer.id}`} monochrome removeUnderline>
        <Text as="span" fontWeight="semibold">{offer.name}</Text>
      </Link>
      <Text as="span" tone="subdued">{offer.product}</Text>
      {offer.problem && <span><Badge tone="warning">{offer.problem}</Badge></span>}
    </BlockStack>
  );
}

interface MoveButtonsProps {
  offer: OfferLine;
  index: number;
  last: number;
  onMove: (id: string, direction: "up" | "down") => void;
}

function MoveButtons({ offer, index, last, onMove }: MoveButtonsProps) {
  return (
    // A click on a row opens it; one on these buttons must not.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div onClick={(event) => event.stopPropagation()}>
      <ButtonGroup gap="extraTight" noWrap>
        <Button size="micro" icon={ArrowUpIcon} variant="tertiary" disabled={index === 0} accessibilityLabel={`Move ${offer.name} up`} onClick={() => onMove(offer.id, "up")} />
        <Button size="micro" icon={ArrowDownIcon} variant="tertiary" disabled={index === last} accessibilityLabel={`Move ${offer.name} down`} onClick={() => onMove(offer.id, "down")} />
      </ButtonGroup>
    </div>
  );
}
