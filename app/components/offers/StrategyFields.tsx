import { BlockStack, ChoiceList, FormLayout, InlineError, Select, Text, TextField } from "@shopify/polaris";
import { ResourceListField } from "../rules/ResourceListField";
import type { CardProps } from "./card-props";
import { inOrder } from "./strategy-form";
import type { StrategyForm } from "./strategy-form";
import { wayTexts } from "./strategy-text";

export interface StrategyFieldsProps {
  strategy: StrategyForm;
  set: (fields: Partial<StrategyForm>) => void;
  messageAt: CardProps["messageAt"];
  currency: string;
  offers: readonly { id: string; name: string }[];
}

const periods = [
  { value: "7", label: "Last 7 days" }, { value: "30", label: "Last 30 days" }, { value: "90", label: "Last 90 days" }, { value: "365", label: "Last year" },
];

/** The settings of one strategy; none for those that have nothing to set. */
export function StrategyFields(props: StrategyFieldsProps) {
  const { strategy, set, messageAt } = props;
  switch (strategy.kind) {
    case "manual":
    case "thankYouOnly":
      return null;
    case "boughtTogether":
      return (
        <TextField
          label="Least orders that had both" autoComplete="off" inputMode="numeric" suffix="orders" placeholder="As your courtesy policy says"
          helpText="Leave empty for what your courtesy policy asks. A higher number here asks for more; a lower one changes nothing."
          value={strategy.minOrders} onChange={(minOrders) => set({ minOrders })} error={messageAt("strategy.minOrders")}
        />
      );
    case "priceLadder":
      return (
        <TextField
          label="How much dearer at most" autoComplete="off" inputMode="numeric" suffix="%" helpText="100 % is twice the price of what was bought."
          value={strategy.maxStepPercent} onChange={(maxStepPercent) => set({ maxStepPercent })} error={messageAt("strategy.maxStepPercent")}
        />
      );
    case "downsell":
      return <DownsellFields {...props} />;
    case "reorder":
      return (
        <TextField
          label="How early" autoComplete="off" inputMode="numeric" suffix="days"
          helpText="Before the time at which customers usually buy the product again." value={strategy.leadDays}
          onChange={(leadDays) => set({ leadDays })} error={messageAt("strategy.leadDays")}
        />
      );
    case "bestseller":
      return <Select label="Sold most in the" options={periods} value={strategy.days} onChange={(days) => set({ days })} error={messageAt("strategy.days")} />;
    case "collectionLink":
      return (
        <BlockStack gap="200">
          <ResourceListField kind="collection" ids={strategy.collectionId === null ? [] : [strategy.collectionId]} onChange={(ids) => set({ collectionId: ids.at(-1) ?? null })} />
          {messageAt("strategy.collectionId") && <InlineError message="Choose a collection" fieldID="strategy-collection" />}
        </BlockStack>
      );
    case "coupon":
      return <CouponFields {...props} />;
  }
}

function DownsellFields({ strategy, set, messageAt, offers }: StrategyFieldsProps) {
  const gone = strategy.ofOfferId !== "" && !offers.some(({ id }) => id === strategy.ofOfferId);
  return (
    <FormLayout>
      <Select
        label="After a decline of" value={strategy.ofOfferId} onChange={(ofOfferId) => set({ ofOfferId })} error={messageAt("strategy.ofOfferId")}
        options={[
          { value: "", label: "Any offer" },
          ...(gone ? [{ value: strategy.ofOfferId, label: "An offer that is no longer here" }] : []),
          ...offers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceList
        title="What may be offered instead" allowMultiple selected={strategy.ways} onChange={(ways) => set({ ways: inOrder(ways) })}
        choices={Object.entries(wayTexts).map(([value, label]) => ({ value, label }))} error={messageAt("strategy.by")}
      />
      <Text as="p" tone="subdued">The ways you tick are tried from the top.</Text>
    </FormLayout>
  );
}

const couponKinds: { value: StrategyForm["couponKind"]; label: string }[] = [
  { value: "percentage", label: "Percentage" }, { value: "fixed", label: "Fixed amount" }, { value: "freeShipping", label: "Free shipping" },
];

function CouponFields({ strategy, set, messageAt, currency }: StrategyFieldsProps) {
  return (
    <FormLayout>
      <Select
        label="What the coupon gives" options={couponKinds} value={strategy.couponKind}
        onChange={(value) => set({ couponKind: couponKinds.find((kind) => kind.value === value)?.value ?? "percentage" })}
      />
      {strategy.couponKind === "percentage" && (
        <TextField label="Percentage off the order" autoComplete="off" inputMode="numeric" suffix="%" value={strategy.couponPercent} onChange={(couponPercent) => set({ couponPercent })} error={messageAt("strategy.discount")} />
      )}
      {strategy.couponKind === "fixed" && (
        <TextField label="Amount off the order" autoComplete="off" inputMode="decimal" suffix={currency} value={strategy.couponAmount} onChange={(couponAmount) => set({ couponAmount })} error={messageAt("strategy.discount")} />
      )}
      <TextField label="Valid for" autoComplete="off" inputMode="numeric" suffix="days" value={strategy.validDays} onChange={(validDays) => set({ validDays })} error={messageAt("strategy.validDays")} />
      <TextField
        label="Least value of the later order" autoComplete="off" inputMode="decimal" suffix={currency} placeholder="Any" value={strategy.minSubtotal}
        onChange={(minSubtotal) => set({ minSubtotal })} error={messageAt("strategy.minSubtotalMinor")}
      />
    </FormLayout>
  );
}
