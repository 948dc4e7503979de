import { Badge, BlockStack, Card, InlineStack, Page, ProgressBar, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText, moneyText } from "../../i18n/values";
import { BillingBanners } from "./BillingBanners";
import { CapForm } from "./CapForm";
import { DueCard } from "./DueCard";
import { ExampleCard } from "./ExampleCard";
import type { BillingView } from "./billing-view";
import { PlanTable } from "./PlanTable";
import { usePlan } from "./use-plan";

/** The plan in force, what is due, what there is to choose and how charges are worked out. */
export function BillingPage(view: BillingView) {
  const { t } = useTranslation();
  const plan = usePlan();
  return (
    <Page title={t("billing:title")}>
      <BlockStack gap="400">
        <BillingBanners view={view} reply={plan.reply} />
        <CurrentPlan view={view}>
          {view.plan === "usage" && view.cap && view.status === "active" && <CapForm cap={view.cap} currency={view.currency} plan={plan} />}
        </CurrentPlan>
        {(view.due !== null || view.hasPeriods) && <DueCard due={view.due} currency={view.currency} timeZone={view.timeZone} />}
        <PlanTable view={view} plan={plan} />
        <ExampleCard example={view.example} currency={view.currency} />
      </BlockStack>
    </Page>
  );
}

function CurrentPlan({ view, children }: { view: BillingView; children: ReactNode }) {
  const { t } = useTranslation();
  const { plan, status, isTest, allowance, trialEndsAt, timeZone } = view;
  const isLimited = plan === "free" || status === "frozen";
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">{t(`billing:current.${plan}`)}</Text>
          {status === "frozen" && <Badge tone="warning">{t("billing:badge.frozen")}</Badge>}
          {trialEndsAt !== null && <Badge tone="info">{t("billing:badge.trial", { count: daysUntil(trialEndsAt) })}</Badge>}
          {isTest && <Badge>{t("billing:badge.test")}</Badge>}
        </InlineStack>
        <Text as="p">{planText(t, view)}</Text>
        {trialEndsAt !== null && <Text as="p">{t("billing:current.trialEnds", { at: trialEndsAt, timeZone })}</Text>}
        {isLimited && (
          <BlockStack gap="200">
            <Text as="p" id="allowance">{t("billing:current.accepted", { count: allowance.used, limit: allowance.limit })}</Text>
            <ProgressBar progress={Math.min(100, (allowance.used / allowance.limit) * 100)} size="small" tone={allowance.level === "reached" ? "critical" : "primary"} ariaLabelledBy="allowance" />
          </BlockStack>
        )}
        {children}
      </BlockStack>
    </Card>
  );
}

function planText(t: TFunction, { plan, flat, cap, currency, due, timeZone }: BillingView): string {
  if (plan === "free") return t("billing:current.freeText");
  if (plan === "flat") return t("billing:current.flatText", { amount: flat });
  const capText = moneyText(t, cap?.minor ?? 0, currency);
  return due ? t("billing:current.usageText", { cap: capText, at: dayText(t, due.endsAt, timeZone) }) : t("billing:current.usageTextOpen", { cap: capText });
}

/** Whole days; the page is drawn on the server a moment earlier than in the browser, which no day's end should tell apart. */
function daysUntil(iso: string): number {
  return Math.max(1, Math.ceil((Date.parse(iso) - Date.now() - 60_000) / 86_400_000));
}
