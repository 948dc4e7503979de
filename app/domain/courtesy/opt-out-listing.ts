import { z } from "zod";

/** Somebody who asked for no offers, as staff see them. */
export interface OptOutLine {
  id: string;
  /** `forgotten`: their data was erased, and only that they want no offers is left. */
  who: "customer" | "guest" | "forgotten";
  /** At Shopify; null for anybody but a customer. */
  customerId: number | null;
  /** ISO 8601. */
  optedOutAt: string;
}

/** The last row of a page; rows go from the newest, those of one moment by key. */
export interface OptOutCursor {
  optedOutAt: Date;
  customerKey: string;
}

const Cursor = z.tuple([z.iso.datetime(), z.string().regex(/^[cgs]:\w{1,40}$/)]);

/** As it stands in addresses. */
export function formatOptOutCursor({ optedOutAt, customerKey }: OptOutCursor): string {
  return `${optedOutAt.toISOString()}_${customerKey}`;
}

/** Null for none, and for what is none: the first page. */
export function parseOptOutCursor(text: string | null): OptOutCursor | null {
  const parsed = Cursor.safeParse(text?.split("_"));
  return parsed.success ? { optedOutAt: new Date(parsed.data[0]), customerKey: parsed.data[1] } : null;
}
