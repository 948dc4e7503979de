import { createHash } from "node:crypto";
import type { ShopId } from "../domain/shops/shop-id";
import { pool } from "./database.server";

/** A question that one row answers, or none; asked alone or beside others in one round trip. */
export interface Reading<Result> {
  /** Of the question: the same name, the same text. */
  name: string;
  /** A `select` of which $1 is the shop and $2 onwards are `values`. */
  text: string;
  values: readonly unknown[];
  /** What the row means, null for none; it comes as JSON, so that moments are texts. */
  parse(row: unknown): Result | Promise<Result>;
}

interface ReadingOf<Row, Result> extends Omit<Reading<Result>, "parse"> {
  parse: (row: Row | null) => Result | Promise<Result>;
}

/** A reading whose statement has the columns of `Row`. */
export function reading<Row, Result>({ parse, ...question }: ReadingOf<Row, Result>): Reading<Result> {
  // The row is what the statement beside it selects, as with the type argument of a query.
  return { ...question, parse: (row) => parse(row as Row | null) };
}

type Results<Readings extends readonly (Reading<unknown> | null)[]> = {
  -readonly [Place in keyof Readings]: Readings[Place] extends Reading<infer Result> ? Result : Readings[Place] extends null ? null : ResultOrNull<Readings[Place]>;
};
type ResultOrNull<One> = One extends Reading<infer Result> ? Result : null;

/**
 * Asks several things of one shop in one statement, which spares what each round trip and connection costs both sides;
 * null stands for a question that need not be asked.
 */
export async function readTogether<const Readings extends readonly (Reading<unknown> | null)[]>(shop: ShopId, readings: Readings): Promise<Results<Readings>> {
  const asked = readings.filter((one) => one !== null);
  const { rows } = asked.length === 0 ? { rows: [[]] } : await pool.query<unknown[]>({
    ...statementOf(asked), values: [shop, ...asked.flatMap(({ values }) => values)], rowMode: "array",
  });
  const [answers] = rows;
  if (!answers) throw new Error("A query of single values gave no row");
  let next = 0;
  // Each result is its reading's own.
  return Promise.all(readings.map((one) => one && one.parse(answers[next++] ?? null))) as Promise<Results<Readings>>;
}

/** The same for one. */
export async function readAlone<Result>(shop: ShopId, one: Reading<Result>): Promise<Result> {
  const [result] = await readTogether(shop, [one]);
  return result;
}

const statements = new Map<string, { name: string; text: string }>();

function statementOf(asked: readonly Reading<unknown>[]): { name: string; text: string } {
  const names = asked.map((one) => one.name).join(", ");
  const known = statements.get(names);
  if (known) return known;
  let used = 0;
  const parts = asked.map(({ text, values }) => {
    const shifted = text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${String(number === "1" ? 1 : Number(number) + used)}`);
    used += values.length;
    return `(select row_to_json(r) from (${shifted}) r)`;
  });
  const text = `select ${parts.join(",\n")}`;
  // PostgreSQL tells names apart by their first 63 characters.
  const statement = { name: `together ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`, text };
  statements.set(names, statement);
  return statement;
}
