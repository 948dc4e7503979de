import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { BacktestView } from "../../domain/backtest/view";
import { formatMinor } from "../../domain/money/money";
import { countText, ordersText, shareText } from "./count-text";
import { placementName } from "./placement-name";

interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** What a replay found, line by line. */
export function ResultFigures({ result }: { result: NonNullable<BacktestView["result"]> }) {
  return (
    <BlockStack as="ul" gap="200">
      {figuresOf(result).map(({ label, value, note }) => (
        <li key={label} className="plain-item">
          <InlineStack align="space-between" gap="200" wrap={false}>
            <Text as="span">{label}</Text>
            <Text as="span" fontWeight="semibold" numeric alignment="end">{value}</Text>
          </InlineStack>
          {note !== undefined && <Text as="p" tone="subdued" variant="bodySm">{note}</Text>}
        </li>
      ))}
    </BlockStack>
  );
}

function figuresOf(result: NonNullable<BacktestView["result"]>): Figure[] {
  const { orders, unreachable, placements, discount, currency, stock } = result;
  const money = (minor: number) => formatMinor(minor, currency, "en");
  const short = stock.filter(({ shown, available }) => available !== null && shown > available);
  return [
    { label: "Past orders", value: countText(orders) },
    { label: "Could never see a one-click page", value: `${countText(unreachable)} (${shareText(unreachable, orders)})`, note: "Wallets, instalments, other channels and the like, as far as the order tells. There may be more." },
    ...placements.flatMap(({ placement, replayable, asked, qualified, shown, displaced, capped }) => {
      const where = placements.length > 1 ? `, ${placementName(placement)}` : "";
      if (!replayable) return [{ label: `Shown${where}`, value: "Not known", note: "Past orders don’t tell when customers came there." }];
      return [
        { label: `Fitted${where}`, value: `${countText(qualified)} (${shareText(qualified, asked)})`, note: `Of the ${ordersText(asked)} that could see it.` },
        ...(displaced > 0 ? [{ label: `Another offer goes first${where}`, value: countText(displaced) }] : []),
        ...(capped > 0 ? [{ label: `Kept back by the courtesy policy${where}`, value: countText(capped), note: "Taking every showing as seen and not answered." }] : []),
        { label: `Would have been shown${where}`, value: countText(shown) },
      ];
    }),
    ...(discount.mostMinor > 0
      ? [{ label: "Discount, at most", value: money(discount.mostMinor), note: `If every showing were accepted, with the most units of the dearest choice; ${money(discount.oneEachMinor)} with one unit of the cheapest.` }]
      : []),
    ...short.slice(0, 3).map(({ title, shown, available }) => ({
      label: `Stock of ${title}`, value: countText(available ?? 0), note: `Today’s stock. It would have been offered ${countText(shown)} times.`,
    })),
  ];
}
