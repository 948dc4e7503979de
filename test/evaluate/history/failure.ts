/** Something that the person at the command line can put right; printed without a stack. */
export class HistoryError extends Error {}
