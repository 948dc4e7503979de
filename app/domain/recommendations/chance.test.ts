import { expect, test } from "vitest";

import { logChanceOfAtLeast, wilsonLowerBound } from "./chance";

test.each([
  // Poisson upper tails, from the closed sums 1 - e^-m (1 + m + …).
  [1, 0.5, 0.393469],
  [3, 1, 0.080301],
  [5, 0.2, 2.26e-6],
  [12, 4, 0.000915],
])("at least %i where %f are expected has the chance %f", (observed, expected, chance) => {
  expect(Math.exp(logChanceOfAtLeast(observed, expected)) / chance).toBeCloseTo(1, 2);
});

test("no more than expected surprises nobody, nor does anything where nothing was expected", () => {
  expect(logChanceOfAtLeast(4, 4)).toBe(0);
  expect(logChanceOfAtLeast(4, 0)).toBe(0);
});

test.each([
  [0, 0, 0],
  [0, 10, 0],
  [31, 120, 0.1884],
  [10, 10, 0.7225],
])("%i of %i is at least %f with 95 %% confidence on both sides", (successes, trials, bound) => {
  expect(wilsonLowerBound(successes, trials, 1.96)).toBeCloseTo(bound, 3);
});
