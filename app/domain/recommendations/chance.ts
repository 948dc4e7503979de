/**
 * ln of the probability of at least `observed` where `expected` are expected (Poisson): how easily chance alone gives
 * so many. 0 (certain) where no more than expected were seen or none is expected at all.
 */
export function logChanceOfAtLeast(observed: number, expected: number): number {
  if (!(expected > 0) || observed <= expected) return 0;
  // Above the mean the terms shrink at least by expected / (observed + 1) each: the sum ends quickly.
  let term = 1;
  let sum = 1;
  for (let n = observed + 1; term > sum * 1e-12; n++) {
    term *= expected / n;
    sum += term;
  }
  return Math.min(0, observed * Math.log(expected) - expected - logFactorial(observed) + Math.log(sum));
}

/** ln of the probability that of `up + down` throws of a fair coin at least `up` fall the same way as these did (binomial, exact). */
export function logChanceOfMoreUp(up: number, down: number): number {
  const throws = up + down;
  if (up <= down) return 0;
  // Past the middle each term is smaller than the one before: the sum ends quickly.
  let term = 1;
  let sum = 1;
  for (let n = up + 1; n <= throws && term > sum * 1e-12; n++) {
    term *= (throws - n + 1) / n;
    sum += term;
  }
  return logFactorial(throws) - logFactorial(up) - logFactorial(down) - throws * Math.LN2 + Math.log(sum);
}

/** Stirling's series; exact to 1e-9 from 10 on, summed below. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return Math.log(product);
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

/** Lower end of Wilson's interval (1927) for a share, `z` standard errors wide; 0 without trials. */
export function wilsonLowerBound(successes: number, trials: number, z: number): number {
  if (trials <= 0) return 0;
  const share = Math.min(1, successes / trials);
  const centre = share + (z * z) / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return Math.max(0, (centre - spread) / (1 + (z * z) / trials));
}
