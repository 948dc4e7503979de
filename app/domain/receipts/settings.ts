import { z } from "zod";
import { ShopperLanguage } from "../placements/shopper-language";

const Line = z.string().trim().max(160, "A line may have at most 160 characters");

/** What stands on every printed receipt below the order: the way back to the shop. */
export const ReceiptSettings = z.object({
  /** By language; where one is missing, Encore's own words. */
  line: z.partialRecord(ShopperLanguage, Line).default({}).transform((lines) => Object.fromEntries(Object.entries(lines).filter(([, text]) => text !== ""))),
  /** The order's own code, as text and as QR code. */
  showCode: z.boolean().default(true),
});
export type ReceiptSettings = z.infer<typeof ReceiptSettings>;

export function defaultReceiptSettings(): ReceiptSettings {
  return ReceiptSettings.parse({});
}

/** Messages by field path ("line.de"), the first of each. */
export function parseReceiptSettings(input: unknown): { ok: true; settings: ReceiptSettings } | { ok: false; errors: Record<string, string> } {
  const parsed = ReceiptSettings.safeParse(input);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[path.map(String).join(".")] ??= message;
  return { ok: false, errors };
}
