import { z } from "zod";
import { parseMinor } from "../money/money";
import { idInGid } from "../shops/gid";

/** A record of Shopify's that is not what its interface promises; names the field, never its value (it may be personal). */
export class RecordError extends Error {
  override readonly name = "RecordError";
  constructor(readonly record: string, readonly field: string, problem: string) {
    super(`${record}: ${field || "record"}: ${problem}`);
  }
}

/** Parses with a schema, or throws a RecordError that names the first field at fault. */
export function parseRecord<T>(record: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RecordError(record, issue?.path.join(".") ?? "", issue?.message ?? "Not understood");
}

/** Minor units of a decimal string, or a RecordError that names the field. */
export function recordMinor(record: string, field: string, decimal: string, currency: string): number {
  try {
    return parseMinor(decimal, currency);
  } catch {
    throw new RecordError(record, field, `Not an amount of ${currency}`);
  }
}

export const RestId = z.int().positive();

export const Timestamp = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)), "Not a time")
  .transform((text) => new Date(text));

/** Webhooks give most amounts as strings and a few (refunded subtotals) as numbers. */
export const Decimal = z.union([z.string(), z.number().transform(String)]);

export const CurrencyCode = z.string().regex(/^[A-Z]{3,4}$/, "Not a currency code");

export const CountryCode = z
  .string()
  .nullish()
  // Shopify writes "ZZ" and "*" for places it does not know.
  .transform((code) => (code && /^[A-Z]{2}$/.test(code) && code !== "ZZ" ? code : null));

/** A global id of one kind, as its number. */
export function gid(kind: string) {
  return z.string().transform((text, context) => {
    const id = idInGid(text, kind);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: `Not the id of a ${kind}` });
    return z.NEVER;
  });
}

/** A connection whose nodes are all there; edges are not asked for. */
export function nodes<T extends z.ZodType>(node: T) {
  return z.object({ nodes: z.array(node) }).transform((connection) => connection.nodes);
}

/** The shop's side of a MoneyBag, as its decimal string. */
export const ShopMoney = z.object({ shopMoney: z.object({ amount: z.string() }) }).transform((bag) => bag.shopMoney.amount);
