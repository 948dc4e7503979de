import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { BacktestView } from "../../domain/backtest/view";
import { countText, moneyText, shareText } from "../../i18n/values";
import { placementName } from "./placement-name";

interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** What a replay found, line by line. */
export function ResultFigures({ result }: { result: NonNullable<BacktestView["result"]> }) {
  const { t } = useTranslation();
  return (
    <BlockStack as="ul" gap="200">
      {figuresOf(t, result).map(({ label, value, note }) => (
        <li key={label} className="plain-item">
          <InlineStack align="space-between" gap="200" wrap={false}>
            <Text as="span">{label}</Text>
            <span className="unbroken"><Text as="span" fontWeight="semibold" numeric alignment="end">{value}</Text></span>
          </InlineStack>
          {note !== undefined && <Text as="p" tone="subdued" variant="bodySm">{note}</Text>}
        </li>
      ))}
    </BlockStack>
  );
}

function figuresOf(t: TFunction, result: NonNullable<BacktestView["result"]>): Figure[] {
  const { orders, unreachable, placements, discount, currency, stock } = result;
  const withShare = (part: number, of: number) => t("backtest:figure.withShare", { number: countText(t, part), share: shareText(t, part, of) });
  const short = stock.filter(({ shown, available }) => available !== null && shown > available);
  return [
    { label: t("backtest:figure.orders"), value: countText(t, orders) },
    { label: t("backtest:figure.unreachable"), value: withShare(unreachable, orders), note: t("backtest:figure.unreachableNote") },
    ...placements.flatMap(({ placement, replayable, asked, qualified, shown, displaced, capped }) => {
      const label = (figure: "shown" | "fitted" | "displaced" | "capped" | "wouldShow") => (placements.length > 1
        ? t(`backtest:figure.${figure}At`, { placement: placementName(t, placement) })
        : t(`backtest:figure.${figure}`));
      if (!replayable) return [{ label: label("shown"), value: t("backtest:figure.notKnown"), note: t("backtest:figure.notKnownNote") }];
      return [
        { label: label("fitted"), value: withShare(qualified, asked), note: t("backtest:figure.fittedNote", { count: asked }) },
        ...(displaced > 0 ? [{ label: label("displaced"), value: countText(t, displaced) }] : []),
        ...(capped > 0 ? [{ label: label("capped"), value: countText(t, capped), note: t("backtest:figure.cappedNote") }] : []),
        { label: label("wouldShow"), value: countText(t, shown) },
      ];
    }),
    ...(discount.mostMinor > 0
      ? [{
        label: t("backtest:figure.discount"), value: moneyText(t, discount.mostMinor, currency),
        note: t("backtest:figure.discountNote", { least: { minor: discount.oneEachMinor, currency } }),
      }]
      : []),
    ...short.slice(0, 3).map(({ productId, title, shown, available }) => ({
      label: t("backtest:figure.stock", { title: title ?? t("common:unnamedProduct", { id: productId }) }), value: countText(t, available ?? 0), note: t("backtest:figure.stockNote", { count: shown }),
    })),
  ];
}
