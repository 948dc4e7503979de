import { Badge, Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../../i18n/values";
import { useSettingsAction } from "./use-settings-action";

export interface DiscountCardProps {
  method: "function" | "codes";
  isInForce: boolean;
  problem: string | null;
  /** Coupons that are made and given to nobody, being made, and given. */
  coupons: { free: number; adding: number; assigned: number };
}

function problemText(t: TFunction, problem: string): string {
  if (problem === "accessDenied") return t("settings:discount.accessDenied");
  if (problem === "MAX_APP_DISCOUNTS") return t("settings:discount.tooMany");
  return t("settings:discount.shopifySays", { problem });
}

/** How the discounts of offers reach the checkout, and whether they do. */
export function DiscountCard({ method, isInForce, problem, coupons }: DiscountCardProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(method);
  const { isBusy, submit } = useSettingsAction((result) => {
    if (result === "invalid") setChosen(method);
  });
  const values = { free: countText(t, coupons.free), adding: countText(t, coupons.adding), assigned: countText(t, coupons.assigned) };
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="bodyMd" fontWeight="semibold">{t("settings:discount.name")}</Text>
            <Badge tone={isInForce ? "success" : "attention"}>{isInForce ? t("settings:discount.active") : t("settings:discount.inactive")}</Badge>
          </InlineStack>
          <Button disabled={isBusy} onClick={() => submit({ intent: "checkDiscount" })}>{t("settings:discount.check")}</Button>
        </InlineStack>
        {problem !== null && <Banner tone="warning"><Text as="p">{problemText(t, problem)}</Text></Banner>}
        <ChoiceList
          title={t("settings:discount.method")}
          selected={[chosen]}
          disabled={isBusy}
          choices={[
            { value: "function", label: t("settings:discount.onLine"), helpText: t("settings:discount.onLineHelp") },
            { value: "codes", label: t("settings:discount.byCode"), helpText: t("settings:discount.byCodeHelp") },
          ]}
          onChange={([next]) => {
            if (next !== "function" && next !== "codes") return;
            setChosen(next);
            submit({ intent: "discountMethod", method: next });
          }}
        />
        <Text as="p" tone="subdued">{coupons.adding > 0 ? t("settings:discount.couponsAdding", values) : t("settings:discount.coupons", values)}</Text>
      </BlockStack>
    </Card>
  );
}
