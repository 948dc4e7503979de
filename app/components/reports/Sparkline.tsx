const width = 120;
const height = 28;
/** So that the line's own thickness stays inside. */
const margin = 2;

/** The course of a figure over the period, drawn for a glance; words beside it say how it compares. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (values.length < 2 || low === high) return <div className="sparkline" />;
  const x = (at: number) => margin + (at / (values.length - 1)) * (width - 2 * margin);
  const y = (value: number) => height - margin - ((value - low) / (high - low)) * (height - 2 * margin);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <polyline points={values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ")} />
    </svg>
  );
}
