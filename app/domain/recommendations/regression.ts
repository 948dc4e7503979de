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
  const { products, orders } = neighboursOf(counts, product, REGRESSION_SIZE);
  const together = counts.ordersAmong(products);
  for (let n = 0; n < products.length; n++) together[n * products.length + n] = counts.productOrders(products[n] ?? 0) + RIDGE_ORDERS;
  return { products, weights: solved(together, Float64Array.from(orders)) };
}

/** x of A x = b for a symmetric positive definite A, row by row, of which the lower half is read; Cholesky, both in place. */
function solved(a: Float64Array, x: Float64Array): Float64Array {
  const size = x.length;
  for (let row = 0; row < size; row++) {
    const ofRow = row * size;
    for (let column = 0; column <= row; column++) {
      const ofColumn = column * size;
      let rest = a[ofRow + column] ?? 0;
      for (let n = 0; n < column; n++) rest -= (a[ofRow + n] ?? 0) * (a[ofColumn + n] ?? 0);
      a[ofRow + column] = column === row ? Math.sqrt(Math.max(rest, Number.EPSILON)) : rest / (a[ofColumn + column] ?? 0);
    }
  }
  for (let row = 0; row < size; row++) {
    let rest = x[row] ?? 0;
    for (let n = 0; n < row; n++) rest -= (a[row * size + n] ?? 0) * (x[n] ?? 0);
    x[row] = rest / (a[row * size + row] ?? 0);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = x[row] ?? 0;
    for (let n = row + 1; n < size; n++) rest -= (a[n * size + row] ?? 0) * (x[n] ?? 0);
    x[row] = rest / (a[row * size + row] ?? 0);
  }
  return x;
}
