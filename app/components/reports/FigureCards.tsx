import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { rate } from "../../domain/reports/rates";
import { countText, moneyText } from "../../i18n/values";
import { FigureCard } from "./FigureCard";
import type { PeriodName } from "./period-labels";

/** Below this a percentage would say more than is known. */
const fewestForRate = 50;

interface FigureCardsProps {
  figures: { eligible: number; impressions: number; acceptances: number; revenueMinor: number; waiting: number };
  currency: string;
  period: PeriodName;
}

export function FigureCards({ figures, currency, period }: FigureCardsProps) {
  const { t } = useTranslation();
  const { eligible, impressions, acceptances, revenueMinor, waiting } = figures;
  const list = (show: string) => `/app/activity?show=${show}&period=${period}`;
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        <FigureCard label={t("home:figures.eligible")} value={countText(t, eligible)} note={t("home:figures.eligibleNote")} url={list("eligible")} />
        <FigureCard label={t("home:figures.seen")} value={countText(t, impressions)} note={rateText(t, "seen", impressions, eligible)} url={list("impressions")} />
        <FigureCard label={t("home:figures.accepted")} value={countText(t, acceptances)} note={rateText(t, "accepted", acceptances, impressions)} url={list("acceptances")} />
        <FigureCard label={t("home:figures.revenue")} value={moneyText(t, revenueMinor, currency)} note={t("home:figures.revenueNote")} url={list("revenue")} />
      </InlineGrid>
      {waiting > 0 && (
        <Box paddingInline={{ xs: "400", sm: "0" }}><Text as="p" tone="subdued">
          {t("home:figures.waiting", { count: waiting })}
        </Text></Box>
      )}
    </BlockStack>
  );
}

function rateText(t: TFunction, figure: "seen" | "accepted", part: number, whole: number): string {
  const share = rate(part, whole);
  if (share === null) return t(`home:figures.${figure}None`);
  return whole < fewestForRate ? t("home:figures.tooFew", { part, whole }) : t(`home:figures.${figure}Rate`, { share });
}
