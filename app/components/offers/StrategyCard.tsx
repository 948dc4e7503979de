import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { listedKinds } from "../../domain/offers/offer-listing";
import { fittingPlacements } from "../../domain/placements/strategy-fit";
import { RuleContext } from "../rules/rule-context";
import type { RuleContextValue } from "../rules/rule-context";
import { ExclusionFields } from "./ExclusionFields";
import { StrategyFields } from "./StrategyFields";
import type { CardProps } from "./card-props";
import type { StrategyForm, StrategyKind } from "./strategy-form";
import { picksProducts } from "./strategy-text";

export interface StrategyCardProps extends CardProps<"strategy" | "placements"> {
  context: RuleContextValue;
  /** Offers whose decline a downsell may answer. */
  offers: readonly { id: string; name: string }[];
}

/** How the products of an offer are picked, and what that goes by. */
export const StrategyCard = memo(function StrategyCard({ strategy, placements, change, messageAt, context, offers }: StrategyCardProps) {
  const { t } = useTranslation();
  const set = (fields: Partial<StrategyForm>) => change({ strategy: { ...strategy, ...fields } });
  const options = listedKinds.map((kind) => ({ value: kind, label: t(`offers:strategyName.${kind}`) }));
  const choose = (kind: StrategyKind) => change({ strategy: { ...strategy, kind }, placements: fittingPlacements(placements, kind) });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:pick.title")}</Text>
        <Select
          label={t("offers:pick.how")} options={options} value={strategy.kind}
          onChange={(value) => choose(listedKinds.find((kind) => kind === value) ?? "manual")}
        />
        <Text as="p" tone="subdued">{t(`offers:strategyAbout.${strategy.kind}`)}</Text>
        <RuleContext.Provider value={context}>
          <div data-place="strategy"><StrategyFields strategy={strategy} set={set} messageAt={messageAt} currency={context.currency} offers={offers} /></div>
          {picksProducts(strategy.kind) && strategy.kind !== "reorder" && <ExclusionFields exclude={strategy.exclude} onChange={(exclude) => set({ exclude })} />}
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
});
