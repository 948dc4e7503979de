import { Banner, BlockStack, Card, Select, Text } from "@shopify/polaris";
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
  const { evidence, isForLater } = strategyTexts[strategy.kind];
  const set = (fields: Partial<StrategyForm>) => change({ strategy: { ...strategy, ...fields } });
  const options = kinds.map((kind) => {
    const text = strategyTexts[kind];
    // One that was saved before stays to be seen.
    return { value: kind, label: text.isForLater ? `${text.label} (later placements)` : text.label, disabled: text.isForLater === true && kind !== strategy.kind };
  });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">What is offered</Text>
        <Select
          label="How products are picked" options={options} value={strategy.kind}
          onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? "manual" })}
        />
        {isForLater ? <Banner tone="warning">{evidence}</Banner> : <Text as="p" tone="subdued">{evidence}</Text>}
        <RuleContext.Provider value={context}>
          <StrategyFields strategy={strategy} set={set} messageAt={messageAt} currency={context.currency} offers={offers} />
          {picksProducts(strategy.kind) && strategy.kind !== "reorder" && <ExclusionFields exclude={strategy.exclude} onChange={(exclude) => set({ exclude })} />}
        </RuleContext.Provider>
      </BlockStack>
    </Card>
  );
}
