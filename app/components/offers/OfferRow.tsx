import { Badge, BlockStack, Button, ButtonGroup, IndexTable, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, ImageIcon } from "@shopify/polaris-icons";
import { memo, useContext } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OfferPhase } from "../../domain/offers/offer-listing";
import { StatusBadge } from "./StatusBadge";
import { TickedOffers } from "./ticked-offers";

export interface OfferLine {
  id: string;
  name: string;
  phase: OfferPhase;
  /** What it offers, at which discount. */
  about: string;
  imageUrl: string | null;
  /** Empty where it always holds. */
  schedule: string;
  updated: string;
  problem: string | null;
}

/** Of the last 30 days, as they are read. */
export interface RowFigures {
  seen: string;
  accepted: string;
  revenue: string;
}

/** Puts an offer before or after another one. */
export type MoveOffer = (id: string, direction: "before" | "after", other: string) => void;

interface OfferRowProps {
  offer: OfferLine;
  index: number;
  isNarrow: boolean;
  figures: RowFigures | null;
  /** Null where the list shows no neighbours. */
  onMove: MoveOffer | null;
  /** The neighbours' ids; none at either end. */
  above: string | undefined;
  below: string | undefined;
}

const counting = "…";
const shownFigures = ["seen", "accepted", "revenue"] as const;

/** Drawn anew only when something of this row changes: ticking one must not draw all the others. */
export const OfferRow = memo(function OfferRow({ index, ...shown }: OfferRowProps) {
  return <TickedRow id={shown.offer.id} position={index}><OfferCells {...shown} /></TickedRow>;
});

/** What is in the row is the same whether it is ticked or not, so that Polaris leaves a row alone whose tick stays. */
function TickedRow({ id, position, children }: { id: string; position: number; children: ReactNode }) {
  return <IndexTable.Row id={id} position={position} selected={useContext(TickedOffers).has(id)}>{children}</IndexTable.Row>;
}

/** Nothing of it shows whether the row is ticked: ticking all of them draws their boxes alone. */
const OfferCells = memo(function OfferCells({ offer, isNarrow, figures, onMove, above, below }: Omit<OfferRowProps, "index">) {
  const { t } = useTranslation();
  const move = onMove && {
    up: above === undefined ? null : () => onMove(offer.id, "before", above),
    down: below === undefined ? null : () => onMove(offer.id, "after", below),
  };
  if (isNarrow) {
    return (
      <div className="narrow-row">
        <InlineStack gap="300" wrap={false} blockAlign="start">
          <Thumbnail source={offer.imageUrl ?? ImageIcon} alt="" size="small" />
          <BlockStack gap="100">
            <OfferName offer={offer} />
            <InlineStack gap="200"><StatusBadge status={offer.phase} /><Text as="span" tone="subdued">{offer.schedule}</Text></InlineStack>
            <Text as="span" tone="subdued">{figures ? t("offers:figuresLine", { ...figures }) : counting}</Text>
            {move && <MoveButtons name={offer.name} {...move} />}
          </BlockStack>
        </InlineStack>
      </div>
    );
  }
  return (
    <>
      <IndexTable.Cell>{move ? <MoveButtons name={offer.name} {...move} /> : <Text as="span" tone="subdued">–</Text>}</IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="300" wrap={false} blockAlign="center">
          <Thumbnail source={offer.imageUrl ?? ImageIcon} alt="" size="small" />
          <OfferName offer={offer} />
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="050" inlineAlign="start">
          <StatusBadge status={offer.phase} />
          {offer.schedule !== "" && <Text as="span" variant="bodySm" tone="subdued">{offer.schedule}</Text>}
        </BlockStack>
      </IndexTable.Cell>
      {shownFigures.map((figure) => (
        <IndexTable.Cell key={figure}><Text as="span" alignment="end" numeric>{figures ? figures[figure] : counting}</Text></IndexTable.Cell>
      ))}
      <IndexTable.Cell>{offer.updated}</IndexTable.Cell>
    </>
  );
});

function OfferName({ offer }: { offer: OfferLine }) {
  return (
    <div className="offer-name"><BlockStack gap="050">
      <Link dataPrimaryLink url={`/app/offers/${offer.id}`} monochrome removeUnderline>
        <Text as="span" fontWeight="semibold">{offer.name}</Text>
      </Link>
      <Text as="span" tone="subdued">{offer.about}</Text>
      {offer.problem && <span><Badge tone="warning">{offer.problem}</Badge></span>}
    </BlockStack></div>
  );
}

function MoveButtons({ name, up, down }: { name: string; up: (() => void) | null; down: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    // A click on a row opens it; one on these buttons must not.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div onClick={(event) => event.stopPropagation()}>
      <ButtonGroup gap="extraTight" noWrap>
        <Button size="micro" icon={ArrowUpIcon} variant="tertiary" disabled={up === null} accessibilityLabel={t("offers:move.up", { name })} onClick={() => up?.()} />
        <Button size="micro" icon={ArrowDownIcon} variant="tertiary" disabled={down === null} accessibilityLabel={t("offers:move.down", { name })} onClick={() => down?.()} />
      </ButtonGroup>
    </div>
  );
}
