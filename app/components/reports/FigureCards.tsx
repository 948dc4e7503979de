import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import { formatMinor } from "../../domain/money/money";
import { rate } from "../../domain/reports/rates";
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
  const { eligible, impressions, acceptances, revenueMinor, waiting } = figures;
  const list = (show: string) => `/app/activity?show=${show}&period=${period}`;
  return (
    <BlockStack gap="200">
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        <FigureCard label="Eligible orders" value={count(eligible)} note="Orders that asked Encore for an offer" url={list("eligible")} />
        <FigureCard label="Offers seen" value={count(impressions)} note={shareText(impressions, eligible, "of eligible orders", "eligible order")} url={list("impressions")} />
        <FigureCard label="Accepted" value={count(acceptances)} note={shareText(acceptances, impressions, "of offers seen", "offer seen")} url={list("acceptances")} />
        <FigureCard label="Added revenue" value={formatMinor(revenueMinor, currency, "en")} note="Net of refunds, without shipping" url={list("revenue")} />
      </InlineGrid>
      {waiting > 0 && (
        <Box paddingInline={{ xs: "400", sm: "0" }}><Text as="p" tone="subdued">
          {waiting === 1 ? "1 more offer was seen whose order hasn’t arrived from Shopify yet; it isn’t counted." : `${count(waiting)} more offers were seen whose orders haven’t arrived from Shopify yet; they aren’t counted.`}
        </Text></Box>
      )}
    </BlockStack>
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function shareText(part: number, whole: number, ofWhat: string, noun: string): string {
  const share = rate(part, whole);
  if (share === null) return `No ${noun} yet`;
  if (whole < fewestForRate) return `${part} of ${whole}: too few to state a rate`;
  return `${(share * 100).toFixed(1)}% ${ofWhat}`;
}
