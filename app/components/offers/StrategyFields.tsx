import { BlockStack, ChoiceList, FormLayout, InlineError, Select, Text, TextField } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { DownsellWay } from "../../domain/strategies/strategy";
import { ResourceListField } from "../rules/ResourceListField";
import type { CardProps } from "./card-props";
import { inOrder } from "./strategy-form";
import type { StrategyForm } from "./strategy-form";

export interface StrategyFieldsProps {
  strategy: StrategyForm;
  set: (fields: Partial<StrategyForm>) => void;
  messageAt: CardProps<"strategy">["messageAt"];
  currency: string;
  offers: readonly { id: string; name: string }[];
}

const periods = (t: TFunction) => (["7", "30", "90", "365"] as const).map((value) => ({ value, label: t(`offers:pick.last${value}`) }));

/** The settings of one strategy; none for those that have nothing to set. */
export function StrategyFields(props: StrategyFieldsProps) {
  const { t } = useTranslation();
  const { strategy, set, messageAt } = props;
  switch (strategy.kind) {
    case "manual":
    case "thankYouOnly":
      return null;
    case "boughtTogether":
      return (
        <TextField
          label={t("offers:pick.minOrders")} autoComplete="off" inputMode="numeric" suffix={t("offers:pick.orders")} placeholder={t("offers:pick.asPolicy")}
          helpText={t("offers:pick.minOrdersHelp")}
          value={strategy.minOrders} onChange={(minOrders) => set({ minOrders })} error={messageAt("strategy.minOrders")}
        />
      );
    case "priceLadder":
      return (
        <TextField
          label={t("offers:pick.maxStep")} autoComplete="off" inputMode="numeric" suffix="%" helpText={t("offers:pick.maxStepHelp")}
          value={strategy.maxStepPercent} onChange={(maxStepPercent) => set({ maxStepPercent })} error={messageAt("strategy.maxStepPercent")}
        />
      );
    case "downsell":
      return <DownsellFields {...props} />;
    case "reorder":
      return (
        <TextField
          label={t("offers:pick.lead")} autoComplete="off" inputMode="numeric" suffix={t("offers:pick.days")}
          helpText={t("offers:pick.leadHelp")} value={strategy.leadDays}
          onChange={(leadDays) => set({ leadDays })} error={messageAt("strategy.leadDays")}
        />
      );
    case "bestseller":
      return <Select label={t("offers:pick.soldIn")} options={periods(t)} value={strategy.days} onChange={(days) => set({ days })} error={messageAt("strategy.days")} />;
    case "collectionLink":
      return (
        <BlockStack gap="200">
          <ResourceListField kind="collection" ids={strategy.collectionId === null ? [] : [strategy.collectionId]} onChange={(ids) => set({ collectionId: ids.at(-1) ?? null })} />
          {messageAt("strategy.collectionId") && <InlineError message={t("offers:pick.chooseCollection")} fieldID="strategy-collection" />}
        </BlockStack>
      );
    case "coupon":
      return <CouponFields {...props} />;
  }
}

function DownsellFields({ strategy, set, messageAt, offers }: StrategyFieldsProps) {
  const { t } = useTranslation();
  const gone = strategy.ofOfferId !== "" && !offers.some(({ id }) => id === strategy.ofOfferId);
  return (
    <FormLayout>
      <Select
        label={t("offers:pick.afterDecline")} value={strategy.ofOfferId} onChange={(ofOfferId) => set({ ofOfferId })} error={messageAt("strategy.ofOfferId")}
        options={[
          { value: "", label: t("offers:pick.anyOffer") },
          ...(gone ? [{ value: strategy.ofOfferId, label: t("offers:pick.goneOffer") }] : []),
          ...offers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ChoiceList
        title={t("offers:pick.instead")} allowMultiple selected={strategy.ways} onChange={(ways) => set({ ways: inOrder(ways) })}
        choices={DownsellWay.options.map((value) => ({ value, label: t(`offers:way.${value}`) }))} error={messageAt("strategy.by")}
      />
      <Text as="p" tone="subdued">{t("offers:pick.fromTop")}</Text>
    </FormLayout>
  );
}

const couponKinds = ["percentage", "fixed", "freeShipping"] as const satisfies readonly StrategyForm["couponKind"][];

function CouponFields({ strategy, set, messageAt, currency }: StrategyFieldsProps) {
  const { t } = useTranslation();
  return (
    <FormLayout>
      <Select
        label={t("offers:coupon.gives")} options={couponKinds.map((value) => ({ value, label: t(`offers:coupon.${value}`) }))} value={strategy.couponKind}
        onChange={(value) => set({ couponKind: couponKinds.find((kind) => kind === value) ?? "percentage" })}
      />
      {strategy.couponKind === "percentage" && (
        <TextField label={t("offers:coupon.percentOff")} autoComplete="off" inputMode="numeric" suffix="%" value={strategy.couponPercent} onChange={(couponPercent) => set({ couponPercent })} error={messageAt("strategy.discount")} />
      )}
      {strategy.couponKind === "fixed" && (
        <TextField label={t("offers:coupon.amountOff")} autoComplete="off" inputMode="decimal" suffix={currency} value={strategy.couponAmount} onChange={(couponAmount) => set({ couponAmount })} error={messageAt("strategy.discount")} />
      )}
      <TextField label={t("offers:coupon.validFor")} autoComplete="off" inputMode="numeric" suffix={t("offers:pick.days")} value={strategy.validDays} onChange={(validDays) => set({ validDays })} error={messageAt("strategy.validDays")} />
      <TextField
        label={t("offers:coupon.least")} autoComplete="off" inputMode="decimal" suffix={currency} placeholder={t("offers:coupon.any")} value={strategy.minSubtotal}
        onChange={(minSubtotal) => set({ minSubtotal })} error={messageAt("strategy.minSubtotalMinor")}
      />
    </FormLayout>
  );
}
