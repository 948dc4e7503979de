/** The figures of one ranked list against the products that were really bought. */
export interface Figures {
  hit6: number;
  reciprocal6: number;
  ndcg10: number;
  recall10: number;
  hit10: number;
}

/** `ideal`: how many targets there are in all, unknown ones included. */
export function figuresOf(ranked: readonly number[], targets: ReadonlySet<number>, ideal: number): Figures {
  let first6 = 0;
  let gain = 0;
  let found = 0;
  ranked.slice(0, 10).forEach((product, place) => {
    if (!targets.has(product)) return;
    found++;
    gain += 1 / Math.log2(place + 2);
    if (place < 6 && first6 === 0) first6 = place + 1;
  });
  let best = 0;
  for (let place = 0; place < Math.min(10, ideal); place++) best += 1 / Math.log2(place + 2);
  return {
    hit6: first6 > 0 ? 1 : 0,
    reciprocal6: first6 > 0 ? 1 / first6 : 0,
    ndcg10: best > 0 ? gain / best : 0,
    recall10: ideal > 0 ? found / ideal : 0,
    hit10: found > 0 ? 1 : 0,
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of the mean; 0 below two values. */
export function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? null) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
