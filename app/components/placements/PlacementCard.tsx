import { Badge, BlockStack, Button, Card, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Placement } from "../../domain/offers/placement";
import type { FieldErrors } from "../use-settings-form";
import { BlockFields } from "./BlockFields";
import { PlacementPreview } from "./PlacementPreview";
import { placementEditors } from "./placement-editors";
import type { BlockForm, BlockName, PlacementsForm } from "./placements-form";
import { blockPlacements } from "./placements-form";

/** Products with neighbours, those of them that Shopify knows as they are now, and those whose page names any. */
export interface CompanionProgress {
  products: number;
  upToDate: number;
  withCompanions: number;
}

interface PlacementCardProps {
  placement: Placement;
  enabled: boolean;
  /** Null where nothing can be set. */
  block: BlockForm | null;
  errors: FieldErrors;
  change: (next: (current: PlacementsForm) => PlacementsForm) => void;
  live: number;
  companions: CompanionProgress;
}

/** One placement: on or off, how it looks, and a preview of what is set. Drawn anew only when something of this place changes. */
export const PlacementCard = memo(function PlacementCard({ placement, enabled, block, errors, change, live, companions }: PlacementCardProps) {
  const { t } = useTranslation();
  const url = placementEditors[placement];
  // The theme's own block is drawn from what is bought together, not from offers.
  const inTheme = placement === "product-page";
  const name = blockPlacements.find((known) => known === placement);
  const changeBlock = (known: BlockName, fields: Partial<BlockForm>) =>
    change((current) => ({ ...current, blocks: { ...current.blocks, [known]: { ...current.blocks[known], ...fields } } }));
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Checkbox
            label={t(`placements:show.${placement}`)} checked={enabled}
            onChange={(on) => change((current) => ({ ...current, enabled: { ...current.enabled, [placement]: on } }))}
          />
          {!inTheme && <Badge {...(enabled && live > 0 && { tone: "success" })}>{t("placements:liveOffers", { count: live })}</Badge>}
        </InlineStack>
        {inTheme && <Text as="p" tone="subdued">{t("placements:inTheme")}</Text>}
        {inTheme && companions.products > 0 && <Text as="p" tone="subdued">{t("placements:companions", { ...companions, count: companions.withCompanions })}</Text>}
        {name && block && <BlockFields name={name} block={block} errors={errors} disabled={!enabled} change={(fields) => changeBlock(name, fields)} />}
        <InlineStack>
          <Button url={url} {...(url.startsWith("shopify:") && { target: "_top" as const })} variant="plain">{t(`placements:place.${placement}`)}</Button>
        </InlineStack>
        {!inTheme && <PlacementPreview placement={placement} block={block} />}
      </BlockStack>
    </Card>
  );
});
