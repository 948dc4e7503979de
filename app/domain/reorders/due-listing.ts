import { z } from "zod";

/** What staff look for among the dues; each part as it stands in the page's address. */
export interface DueFilter {
  /** A Monday as 2026-11-16. */
  week: string | null;
  productId: number | null;
  /** The range has begun, or is still to come. */
  due: "now" | "later" | null;
  who: "customers" | "guests" | null;
}

/** The last row of a page; rows are in this order. */
export interface DueCursor {
  /** Of the day that the list goes by. */
  day: string;
  customerKey: string;
  productId: number;
}

const Day = z.iso.date();
const Id = z.string().regex(/^[1-9]\d{0,14}$/).transform(Number);

/** What makes no sense is as not there. */
export function parseDueFilter(params: URLSearchParams): DueFilter {
  return {
    week: Day.safeParse(params.get("week")).data ?? null,
    productId: Id.safeParse(params.get("product")).data ?? null,
    due: z.enum(["now", "later"]).safeParse(params.get("due")).data ?? null,
    who: z.enum(["customers", "guests"]).safeParse(params.get("who")).data ?? null,
  };
}

const Cursor = z.tuple([Day, z.string().max(80), z.int().positive()]);

/** As it stands in addresses. */
export function formatDueCursor({ day, customerKey, productId }: DueCursor): string {
  return [day, customerKey, String(productId)].join("_");
}

/** Null for none, and for what is none: the first page. */
export function parseDueCursor(text: string | null): DueCursor | null {
  const [day, customerKey, id] = text?.split("_") ?? [];
  const parsed = Cursor.safeParse([day, customerKey, Number(id)]);
  return parsed.success ? { day: parsed.data[0], customerKey: parsed.data[1], productId: parsed.data[2] } : null;
}
