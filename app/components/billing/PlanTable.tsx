import { Badge, BlockStack, Box, Button, Card, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "../../domain/billing/plans";
import { ConfirmModal } from "../ConfirmModal";
import type { BillingView } from "./billing-view";
import type { usePlan } from "./use-plan";

interface PlanTableProps {
  view: BillingView;
  plan: ReturnType<typeof usePlan>;
}

/** Cards reach a phone's edges; words outside of them should not. */
const beside = { xs: "400", sm: "0" } as const;

/** The three plans with all they cost; they differ in nothing else. */
export function PlanTable({ view, plan }: PlanTableProps) {
  const { t } = useTranslation();
  const [cap, setCap] = useState("");
  const { usageCurrency, flat, allowance, trialDays } = view;
  const isBad = plan.reply !== null && "error" in plan.reply && plan.reply.error.code === "badCap";
  const trial = trialDays > 0 ? t("billing:plan.trial", { count: trialDays }) : null;
  return (
    <BlockStack gap="300">
      <Box paddingInline={beside}>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">{t("billing:plan.title")}</Text>
          <Text as="p">{t("billing:plan.same")}</Text>
        </BlockStack>
      </Box>
      <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
        <PlanCard name="free" view={view} price={t("billing:plan.freePrice")} notes={[t("billing:plan.freeLimit", { limit: allowance.limit }), t("billing:plan.freeAfter")]}>
          <ToFree view={view} plan={plan} />
        </PlanCard>
        <PlanCard name="flat" view={view} price={t("billing:plan.flatPrice", { amount: flat })} notes={[t("billing:plan.flatLimit"), ...(trial === null ? [] : [trial])]}>
          <Button fullWidth disabled={plan.isBusy} loading={plan.isBusy && plan.wanted === "flat"} onClick={() => plan.choose("flat")}>{t("billing:plan.chooseFlat")}</Button>
        </PlanCard>
        <PlanCard name="usage" view={view} price={t("billing:plan.usagePrice")} notes={[t("billing:plan.usageBasis"), t("billing:plan.usageCap"), ...(trial === null ? [] : [trial])]}>
          {usageCurrency === null ? <Text as="p" tone="subdued">{t("billing:plan.usageOtherCurrency")}</Text> : (
            <BlockStack gap="200">
              <TextField
                label={t("billing:plan.capLabel")} inputMode="decimal" autoComplete="off" suffix={usageCurrency} value={cap} onChange={setCap} placeholder={t("billing:plan.capExample", { amount: 50 })}
                {...(isBad && { error: t("billing:cap.bad") })}
              />
              <Button fullWidth disabled={plan.isBusy || cap.trim() === ""} loading={plan.isBusy && plan.wanted === "usage"} onClick={() => plan.choose("usage", cap)}>{t("billing:plan.chooseUsage")}</Button>
            </BlockStack>
          )}
        </PlanCard>
      </InlineGrid>
      <Box paddingInline={beside}><Text as="p" tone="subdued">{t("billing:plan.agree")}</Text></Box>
    </BlockStack>
  );
}

function PlanCard({ name, view, price, notes, children }: { name: Plan; view: BillingView; price: string; notes: string[]; children: ReactNode }) {
  const { t } = useTranslation();
  const isCurrent = view.plan === name;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">{t(`billing:plan.name.${name}`)}</Text>
          {isCurrent && <Badge tone="success">{t("billing:plan.yours")}</Badge>}
        </InlineStack>
        <Text as="p" variant="headingLg">{price}</Text>
        {notes.map((note) => <Text key={note} as="p">{note}</Text>)}
        {!isCurrent && <Box paddingBlockStart="200">{children}</Box>}
      </BlockStack>
    </Card>
  );
}

function ToFree({ view, plan }: PlanTableProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button fullWidth disabled={plan.isBusy} loading={plan.isBusy && plan.wanted === "free"} onClick={() => setAsking(true)}>{t("billing:plan.chooseFree")}</Button>
      <ConfirmModal open={isAsking} title={t("billing:leave.title")} confirm={t("billing:leave.action")} onConfirm={() => plan.choose("free")} onClose={() => setAsking(false)}>
        {t(`billing:leave.${view.plan === "usage" ? "usage" : "flat"}`)}
      </ConfirmModal>
    </>
  );
}
