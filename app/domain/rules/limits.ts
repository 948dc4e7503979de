/** Groups inside groups, the outermost counted. */
export const MAX_DEPTH = 5;
/** Conditions and groups together, the outermost group not counted. */
export const MAX_CONDITIONS = 100;
/** Entries of one list: products, tags, codes, countries. */
export const MAX_ENTRIES = 250;
/** Characters of one entry. */
export const MAX_TEXT = 255;
/** Characters of an exported rule: far more than the largest one has. */
export const MAX_JSON = 500_000;
