import { Button, ButtonGroup, Icon, InlineStack, Text } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DragHandleIcon } from "@shopify/polaris-icons";
import type { KeyboardEvent } from "react";
import { memo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { OfferPhase } from "../../domain/offers/offer-listing";
import { countText } from "../../i18n/values";
import { StatusBadge } from "./StatusBadge";
import { useDragging } from "./use-dragging";

export interface OrderedOffer {
  id: string;
  name: string;
  phase: OfferPhase;
}

interface OrderRowProps {
  offer: OrderedOffer;
  index: number;
  isLast: boolean;
  isHeld: boolean;
  onKey: (event: KeyboardEvent, id: string, index: number) => void;
  onPlace: (id: string, at: number) => void;
}

/** An offer in the line: dragged by its handle, taken up there with the space bar, or moved with the buttons. */
export const OrderRow = memo(function OrderRow({ offer, index, isLast, isHeld, onKey, onPlace }: OrderRowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { dragged, edge } = useDragging({ row, handle, id: offer.id, index, onDrop: onPlace });
  return (
    <li ref={row} className="order-row" data-held={isHeld || undefined} data-dragged={dragged || undefined} data-edge={edge ?? undefined}>
      <button
        ref={handle} type="button" className="order-handle" id={`handle-${offer.id}`} aria-describedby="order-help" aria-pressed={isHeld}
        aria-label={t("offers:order.handle", { name: offer.name, place: index + 1 })} onKeyDown={(event) => onKey(event, offer.id, index)}
      >
        <Icon source={DragHandleIcon} tone="subdued" />
      </button>
      <span className="order-place"><Text as="span" tone="subdued" numeric>{countText(t, index + 1)}</Text></span>
      <span className="order-name"><Text as="span" fontWeight="semibold">{offer.name}</Text></span>
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <StatusBadge status={offer.phase} />
        <ButtonGroup gap="extraTight" noWrap>
          <Button size="micro" icon={ArrowUpIcon} variant="tertiary" disabled={index === 0} accessibilityLabel={t("offers:move.up", { name: offer.name })} onClick={() => onPlace(offer.id, index - 1)} />
          <Button size="micro" icon={ArrowDownIcon} variant="tertiary" disabled={isLast} accessibilityLabel={t("offers:move.down", { name: offer.name })} onClick={() => onPlace(offer.id, index + 1)} />
        </ButtonGroup>
      </InlineStack>
    </li>
  );
});
