import { z } from "zod";

/** Days for which what decisions were made on is kept: at least as long as a question about one takes to arrive, at most two years. */
export const KEEP_REASONS_DAYS = { least: 30, most: 730, usual: 90 } as const;

export const KeepReasonsDays = z.coerce.number().int().min(KEEP_REASONS_DAYS.least).max(KEEP_REASONS_DAYS.most);
