import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useCallback, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewedBlockSettings, PreviewedPlacement } from "../../domain/preview/contract";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { LazyPreview } from "../preview/LazyPreview";
import type { BlockForm } from "./placements-form";
import { lookOf } from "./placements-form";

interface PlacementPreviewProps {
  placement: PreviewedPlacement;
  /** As it is edited; null where nothing can be set. */
  block: BlockForm | null;
}

/** The placement's own offer under the settings as they are edited; put away until somebody wants it. */
export function PlacementPreview({ placement, block }: PlacementPreviewProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const look = useCallback((language: ShopperLanguage): PreviewedBlockSettings => lookOf(block, language), [block]);
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          variant="plain" disclosure={open ? "up" : "down"} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}
          accessibilityLabel={open ? t("placements:preview.hideAt", { placement: t(`common:placement.${placement}`) }) : t("placements:preview.showAt", { placement: t(`common:placement.${placement}`) })}
        >
          {open ? t("placements:preview.hide") : t("placements:preview.show")}
        </Button>
      </InlineStack>
      <div id={id}>{open && <LazyPreview draft={null} placements={[placement]} {...(block && { look })} />}</div>
    </BlockStack>
  );
}
