/** Middle value, the mean of the two middle ones for an even number; null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** The same of values that come several times each, in any sequence. */
export function medianOfCounts(counts: Iterable<readonly [value: number, times: number]>): number | null {
  const sorted = [...counts].filter(([, times]) => times > 0).sort((one, other) => one[0] - other[0]);
  const all = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (all === 0) return null;
  const at = (place: number) => {
    let passed = 0;
    return sorted.find(([, times]) => (passed += times) > place)?.[0] ?? 0;
  };
  return (at((all - 1) >> 1) + at(all >> 1)) / 2;
}
