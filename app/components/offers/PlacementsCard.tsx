import { Banner, BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Placement } from "../../domain/offers/placement";
import { isMissingFromPlan } from "../../domain/placements/settings";
import { canShow } from "../../domain/placements/strategy-fit";
import { placementOrder } from "../placements/placement-editors";
import type { CardProps } from "./card-props";
import type { StrategyKind } from "./strategy-form";

interface PlacementsCardProps extends CardProps<"placements"> {
  kind: StrategyKind;
  isPlus: boolean;
}

/** Where the offer may appear; one place at a time, whatever is ticked. */
export const PlacementsCard = memo(function PlacementsCard({ placements, kind, change, messageAt, isPlus }: PlacementsCardProps) {
  const { t } = useTranslation();
  const choices = placementOrder
    .filter((placement) => !isMissingFromPlan(placement, isPlus) && placement !== "product-page")
    .map((placement) => ({ value: placement, label: t(`common:placement.${placement}`), disabled: !canShow(placement, kind) && !placements.includes(placement) }));
  const unfit = placements.filter((placement) => !canShow(placement, kind));
  const problem = messageAt("placements");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("offers:placements.title")}</Text>
        <div data-place="placements">
          <ChoiceList
            title={t("offers:placements.label")} titleHidden allowMultiple choices={choices} selected={placements} {...(problem && { error: problem })}
            onChange={(selected) => change({ placements: placementOrder.filter((placement) => selected.includes(placement)) })}
          />
        </div>
        {unfit.length > 0 && <Banner tone="warning"><Text as="p">{unfitText(t, unfit, kind)}</Text></Banner>}
        <Text as="p" tone="subdued">{t("offers:placements.about")}</Text>
      </BlockStack>
    </Card>
  );
});

function unfitText(t: TFunction, placements: readonly Placement[], kind: StrategyKind): string {
  const places = placements.map((placement) => t(`common:placement.${placement}`));
  return t("offers:placements.unfit", { places, strategy: t(`offers:strategyName.${kind}`) });
}
