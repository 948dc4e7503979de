import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/values";
import { priceScale, wideSteps } from "./price-scale";

interface LadderPictureProps {
  /** Ascending. */
  prices: readonly number[];
  /** The rung of the product that is looked at. */
  askedMinor?: number | undefined;
  currency: string;
}

/** Prices as dots on a line, and what lies too far apart as a broken piece of it; the table below says the same. */
export function LadderPicture({ prices, askedMinor, currency }: LadderPictureProps) {
  const { t } = useTranslation();
  const [first] = prices;
  const last = prices.at(-1);
  if (first === undefined || last === undefined) return null;
  const scale = priceScale(prices);
  const at = (price: number) => `${4 + scale(price) * 0.92}%`;
  const money = (minor: number) => moneyText(t, minor, currency);
  const amount = (minor: number) => ({ minor, currency });
  const gaps = wideSteps(prices);
  const said = [
    t("recommendations:ladder.said", { count: prices.length, from: amount(first), to: amount(last) }),
    ...(askedMinor === undefined ? [] : [t("recommendations:ladder.saidAsked", { price: amount(askedMinor) })]),
    ...gaps.map(({ from, to }) => t("recommendations:ladder.saidGap", { from: amount(from), to: amount(to) })),
  ];
  return (
    <div className="ladder">
      <svg width="100%" height="32" role="img" aria-label={said.join(" ")}>
        <line className="ladder-line" x1={at(first)} x2={at(last)} y1="16" y2="16" />
        {gaps.map(({ from, to }) => <line key={from} className="ladder-gap" x1={at(from)} x2={at(to)} y1="16" y2="16" />)}
        {prices.map((price, index) => <circle key={index} className="ladder-rung" cx={at(price)} cy="16" r="5" />)}
        {askedMinor !== undefined && <circle className="ladder-asked" cx={at(askedMinor)} cy="16" r="8" />}
      </svg>
      <div className="ladder-ends" aria-hidden>
        <Text as="span" variant="bodySm" tone="subdued">{money(first)}</Text>
        {last !== first && <Text as="span" variant="bodySm" tone="subdued">{money(last)}</Text>}
      </div>
    </div>
  );
}
