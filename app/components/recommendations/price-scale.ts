/** Places prices on a line from 0 to 100 by how many times dearer they are, so that equal steps look equal. */
export function priceScale(prices: readonly number[]): (priceMinor: number) => number {
  const least = Math.log(Math.max(1, Math.min(...prices)));
  const span = Math.log(Math.max(1, ...prices)) - least;
  return (priceMinor) => (span <= 0 ? 50 : ((Math.log(Math.max(1, priceMinor)) - least) / span) * 100);
}

/** From how many times dearer on the next product counts as out of reach; as in the report of missing rungs. */
const OUT_OF_REACH = 2.5;

/** Neighbouring prices that are too far apart for a customer to step from one to the other; prices ascend. */
export function wideSteps(prices: readonly number[]): { from: number; to: number }[] {
  return prices.slice(1).flatMap((to, index) => {
    const from = prices[index] ?? to;
    return from > 0 && to >= from * OUT_OF_REACH ? [{ from, to }] : [];
  });
}
