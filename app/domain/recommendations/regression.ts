import type { CoPurchaseCounts } from "./co-purchase-counts";
import { neighboursOf } from "./neighbours";

/** How many of a product's closest neighbours are weighed against each other: more costs with the cube and gains nothing. */
export const REGRESSION_SIZE = 50;
/** Orders that every neighbour is taken to have had without the others (the ridge), so that rare ones weigh little. */
const RIDGE_ORDERS = 10;

/** What each of a product's closest neighbours says for it once the others are known; parallel arrays, by product. */
export interface Regression {
  products: Int32Array;
  weights: Float64Array;
}

/** The neighbours that a product's regression weighs; the counts have to hold their pairs with each other. */
export function regressors(counts: CoPurchaseCounts, product: number): Int32Array {
  return neighboursOf(counts, product, REGRESSION_SIZE).products;
}

/**
 * Ridge regression of having the product on having each of its closest neighbours, over the orders, from the counts
 * alone: of neighbours that are always bought together each counts for a part only (as EASE, Steck 2019, but over the
 * neighbourhood instead of the catalogue).
 */
export function regressionOf(counts: CoPurchaseCounts, product: number): Regression {
  const products = regressors(counts, product);
  const together = Array.from(products, (one, row) => Float64Array.from(
    products.subarray(0, row + 1),
    (other) => (one === other ? counts.productCount(one).orders + RIDGE_ORDERS : counts.pairCount(one, other).orders),
  ));
  return { products, weights: solved(together, Float64Array.from(products, (one) => counts.pairCount(one, product).orders)) };
}

/** x of A x = b for a symmetric positive definite A of which the lower half is given; Cholesky, in place. */
function solved(lower: readonly Float64Array[], x: Float64Array): Float64Array {
  const at = (row: number, column: number) => lower[row]?.[column] ?? 0;
  for (const [row, values] of lower.entries()) {
    for (let column = 0; column <= row; column++) {
      let rest = at(row, column);
      for (let n = 0; n < column; n++) rest -= at(row, n) * at(column, n);
      values[column] = column === row ? Math.sqrt(Math.max(rest, Number.EPSILON)) : rest / at(column, column);
    }
  }
  for (let row = 0; row < x.length; row++) {
    let rest = x[row] ?? 0;
    for (let n = 0; n < row; n++) rest -= at(row, n) * (x[n] ?? 0);
    x[row] = rest / at(row, row);
  }
  for (let row = x.length - 1; row >= 0; row--) {
    let rest = x[row] ?? 0;
    for (let n = row + 1; n < x.length; n++) rest -= at(n, row) * (x[n] ?? 0);
    x[row] = rest / at(row, row);
  }
  return x;
}
