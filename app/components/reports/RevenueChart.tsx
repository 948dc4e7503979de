import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { moneyText } from "../../i18n/values";
import { currencyExponent } from "../../domain/money/money";
import { axisTicks } from "./axis-ticks";
import type { ChartStep } from "./ChartCard";

interface RevenueChartProps {
  steps: ChartStep[];
  currency: string;
}

/** Added revenue step by step; the table beside it says the same without a picture. */
export default function RevenueChart({ steps, currency }: RevenueChartProps) {
  const { t } = useTranslation();
  const amounts = steps.map(({ revenueMinor }) => revenueMinor);
  const ticks = axisTicks(Math.min(0, ...amounts), Math.max(0, ...amounts), 10 ** currencyExponent(currency));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={steps} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="#e3e3e3" />
        <XAxis dataKey="label" tickLine={false} axisLine={{ stroke: "#8a8a8a" }} tick={{ fontSize: 12, fill: "#616161" }} minTickGap={24} />
        <YAxis
          width={72} tickLine={false} axisLine={false} tick={{ fontSize: 12, fill: "#616161" }} ticks={ticks} domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
          tickFormatter={(minor: number) => shortAmount(t, minor, currency)}
        />
        <Tooltip
          cursor={{ fill: "#f1f1f1" }}
          formatter={(minor) => [moneyText(t, Number(minor), currency), t("home:chart.title")]}
          contentStyle={{ borderRadius: 8, border: "1px solid #e3e3e3", fontSize: 13 }}
        />
        <Bar dataKey="revenueMinor" fill="#005bd3" radius={[3, 3, 0, 0]} maxBarSize={32} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** Axis labels need no decimals: the line of the axis is exact. */
function shortAmount(t: TFunction, minor: number, currency: string): string {
  return moneyText(t, Math.round(minor), currency).replace(/[.,]0+(?!\d)/, "");
}
