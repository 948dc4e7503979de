import { Button, FormLayout, InlineStack, ProgressBar, Text, TextField, BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/values";
import type { usePlan } from "./use-plan";

interface CapFormProps {
  cap: { minor: number; usedMinor: number };
  currency: string;
  plan: ReturnType<typeof usePlan>;
}

/** How much of the cap is used, and the way to another one. */
export function CapForm({ cap, currency, plan }: CapFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const isBad = plan.reply !== null && "error" in plan.reply && plan.reply.error.code === "badCap";
  return (
    <BlockStack gap="300">
      <Text as="p" id="cap-used">{t("billing:cap.used", { used: moneyText(t, cap.usedMinor, currency), cap: moneyText(t, cap.minor, currency) })}</Text>
      <ProgressBar progress={cap.minor === 0 ? 0 : Math.min(100, (cap.usedMinor / cap.minor) * 100)} size="small" ariaLabelledBy="cap-used" />
      <FormLayout>
        <InlineStack gap="200" blockAlign="end">
          <div className="short-field">
            <TextField label={t("billing:cap.new")} inputMode="decimal" autoComplete="off" suffix={currency} value={typed} onChange={setTyped} {...(isBad && { error: t("billing:cap.bad") })} />
          </div>
          <Button disabled={typed.trim() === "" || plan.isBusy} loading={plan.isBusy && plan.wanted === null} onClick={() => plan.changeCap(typed)}>{t("billing:cap.change")}</Button>
        </InlineStack>
      </FormLayout>
      <Text as="p" tone="subdued">{t("billing:cap.help")}</Text>
    </BlockStack>
  );
}
