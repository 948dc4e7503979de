import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { trendOf } from "../../domain/reports/trend";
import { rate } from "../../domain/reports/rates";
import { countText, moneyText } from "../../i18n/values";
import { FigureCard } from "./FigureCard";
import { trendText } from "./trend-text";
import type { PeriodName } from "./period-labels";

/** Below this a percentage would say more than is known. */
const fewestForRate = 50;

interface Figures {
  eligible: number;
  impressions: number;
  acceptances: number;
  revenueMinor: number;
  waiting: number;
  reorders: number;
  optOuts: number;
}

interface FigureCardsProps {
  figures: Figures;
  /** Of the period right before. */
  before: Figures;
  /** The period step by step. */
  steps: readonly { impressions: number; acceptances: number; revenueMinor: number }[];
  currency: string;
  period: PeriodName;
}

/** What the app did for the shop in a period; each figure opens the orders that it comes from. */
export const FigureCards = memo(function FigureCards({ figures, before, steps, currency, period }: FigureCardsProps) {
  const { t } = useTranslation();
  const { eligible, impressions, acceptances, revenueMinor, waiting } = figures;
  const list = (show: string) => `/app/activity?show=${show}&period=${period}`;
  const money = (minor: number) => moneyText(t, minor, currency);
  const counted = (figure: Exclude<keyof Figures, "revenueMinor" | "waiting">) => ({
    value: countText(t, figures[figure]), trend: trendText(t, trendOf(before[figure], figures[figure]), (count) => countText(t, count)),
  });
  const course = (figure: "impressions" | "acceptances" | "revenueMinor") => steps.map((step) => step[figure]);
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="400">
        <FigureCard
          label={t("home:figures.revenue")} value={money(revenueMinor)} trend={trendText(t, trendOf(before.revenueMinor, revenueMinor, before.acceptances), money)}
          course={course("revenueMinor")} note={t("home:figures.revenueNote")} url={list("revenue")}
        />
        <FigureCard label={t("home:figures.accepted")} {...counted("acceptances")} course={course("acceptances")} note={rateText(t, "accepted", acceptances, impressions)} url={list("acceptances")} />
        <FigureCard label={t("home:figures.seen")} {...counted("impressions")} course={course("impressions")} note={rateText(t, "seen", impressions, eligible)} url={list("impressions")} />
        <FigureCard label={t("home:figures.eligible")} {...counted("eligible")} note={t("home:figures.eligibleNote")} url={list("eligible")} />
        <FigureCard label={t("home:figures.reorders")} {...counted("reorders")} note={t("home:figures.reordersNote")} url={list("reorders")} />
        <FigureCard label={t("home:figures.optOuts")} {...counted("optOuts")} note={t("home:figures.optOutsNote")} url={`/app/activity/opt-outs?period=${period}`} />
      </InlineGrid>
      {waiting > 0 && (
        <Box paddingInline={{ xs: "400", sm: "0" }}><Text as="p" tone="subdued">
          {t("home:figures.waiting", { count: waiting })}
        </Text></Box>
      )}
    </BlockStack>
  );
});

function rateText(t: TFunction, figure: "seen" | "accepted", part: number, whole: number): string {
  const share = rate(part, whole);
  if (share === null) return t(`home:figures.${figure}None`);
  return whole < fewestForRate ? t("home:figures.tooFew", { part, whole }) : t(`home:figures.${figure}Rate`, { share });
}
