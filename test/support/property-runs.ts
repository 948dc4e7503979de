/** How many cases a property is tried with: the quick form's, or PROPERTY_RUNS of them (100000 is the long one), as options of fast-check. */
export function propertyRuns(quick: number): { numRuns: number } {
  return { numRuns: Number(process.env["PROPERTY_RUNS"] ?? quick) };
}
