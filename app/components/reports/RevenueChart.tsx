import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatMinor } from "../../domain/money/money";
import type { ChartStep } from "./ChartCard";

interface RevenueChartProps {
  steps: ChartStep[];
  currency: string;
}

/** Added revenue step by step; the table beside it says the same without a picture. */
export default function RevenueChart({ steps, currency }: RevenueChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={steps} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="#e3e3e3" />
        <XAxis dataKey="label" tickLine={false} axisLine={{ stroke: "#8a8a8a" }} tick={{ fontSize: 12, fill: "#616161" }} minTickGap={24} />
        <YAxis
          width={72} tickLine={false} axisLine={false} tick={{ fontSize: 12, fill: "#616161" }}
          tickFormatter={(minor: number) => shortAmount(minor, currency)}
        />
        <Tooltip
          cursor={{ fill: "#f1f1f1" }}
          formatter={(minor) => [formatMinor(Number(minor), currency, "en"), "Added revenue"]}
          contentStyle={{ borderRadius: 8, border: "1px solid #e3e3e3", fontSize: 13 }}
        />
        <Bar dataKey="revenueMinor" fill="#005bd3" radius={[3, 3, 0, 0]} maxBarSize={32} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** Axis labels need no decimals: the line of the axis is exact. */
function shortAmount(minor: number, currency: string): string {
  return formatMinor(Math.round(minor), currency, "en").replace(/\.0+$/, "");
}
