/** Where an axis of amounts is marked, in minor units: at whole multiples of 1, 2 or 5 units, so that all marks have the same decimals; some five of them. */
export function axisTicks(least: number, most: number, unit: number): number[] {
  const rough = Math.max(1, (most - least) / unit / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = unit * power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
