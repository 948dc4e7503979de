import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { fittingPlacements } from "../../domain/placements/strategy-fit";
import { RuleContext } from "../rules/rule-context";
import type { RuleContextValue } from "../rules/rule-context";
import { ExclusionFields } from "./ExclusionFields";
import { StrategyFields } from "./StrategyFields";
import type { CardProps } from "./card-props";
import type { StrategyForm, StrategyKind } from "./strategy-form";
import { picksProducts, strategyTexts } from "./strategy-text";

const kinds: StrategyKind[] = ["manual", "boughtTogether", "priceLadder", "downsell", "reorder", "bestseller", "thankYouOnly", "collectionLink", "coupon"];

export interface StrategyCardProps extends CardProps {
  context: RuleContextValue;
  /** Offers whose decline a downsell may answer. */
  offers: readonly { id: string; name: string }[];
}

/** How the products of an offer are picked, and what that goes by. */
export function StrategyCard({ form, change, messageAt, context, offers }: StrategyCardProps) {
  const { strategy } = form;
  const { evidence } = strategyTexts[strategy.kind];
  const set = (fields: Partial<StrategyForm>) => change({ strategy: { ...strategy, ...fields } });
  const options = kinds.map((kind) => ({ value: kind, label: strategyTexts[kind].label }));
  const choose = (kind: StrategyKind) => change({ strategy: { ...strategy, kind }, placements: fittingPlacements(form.placements, kind) });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">What is offered</Text>
        <Select
          label="How products are picked" options={options} value={strategy.kind}
          onChange={(value) => choose(kinds.find((kind) => kind === value) ?? "manual")}
        />
        <Text as="p" tone="subdued">{evidence}</Text>
        <RuleContext.Provider value={context}>
          <StrategyFields strategy={strategy} set={set} messageAt={messageAt} currency={context.currency} offers={offers} />
          {picksProducts(strategy.kind) && strategy.kind !== "reorder" && <ExclusionFields exclude={strategy.exclude} onChange={(exclude) => set({ exclude })} />}
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
}
