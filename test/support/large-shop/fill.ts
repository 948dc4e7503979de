import pg from "pg";
import { catalogueStatements } from "./catalogue";
import { customerStatements } from "./customers";
import { decisionStatements } from "./decisions";
import { offerStatements } from "./offers";
import { orderStatements } from "./orders";

export interface LargeShop {
  shop: string;
  /** Added to what the mirror holds; with 0 the shop's own products are bought and offered. */
  products: number;
  offers: number;
  /** Evenly over the two years before `now`; each of the newer half has a decision. */
  orders: number;
  now: Date;
}

/** A step of the filling; `now` is `$2`, the shop `$1`, and the rest follow. */
export interface Statement {
  sql: string;
  values?: unknown[];
}

/**
 * Writes a shop's catalogue, offers, orders and decisions, and everything that grows with them, straight into the database:
 * the same rows for the same sizes.
 */
export async function fillLargeShop(databaseUrl: string, size: LargeShop): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Rows refer to each other by construction; what is added again is left as it is.
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    // Of numbers that are made on the way the planner knows nothing: what it compiles, or joins row by row, takes minutes.
    await client.query("set jit = off; set enable_nestloop = off");
    const fill = async () => {
      for (const { sql, values = [] } of [...catalogueStatements(size), ...offerStatements(size), ...orderStatements(size), ...decisionStatements(size), ...customerStatements(size)]) {
        await client.query(sql, sql.includes("$2") ? [size.shop, size.now, ...values] : [size.shop]);
      }
    };
    await (size.orders < many ? fill() : withoutIndexes(client, indexed, fill));
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
}

/** Whether the shop was filled in this size, to the end, and of late: its newest order is of the day before `now` at the earliest. */
export async function isFilled(databaseUrl: string, { shop, orders, now }: LargeShop): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ nth: string }>(
      `select id - ${String(firstId)} as nth from orders where shop = $1 and checkout_token = 'large-' || (id - ${String(firstId)})
         and (id = ${String(firstId)} + 1 and processed_at > $2::timestamptz - interval '1 day' or id in (${String(firstId)} + $3::bigint, ${String(firstId)} + $3::bigint + 1))
         and exists (select from reorder_weeks where shop = $1)`,
      [shop, now, orders],
    );
    return rows.map(({ nth }) => Number(nth)).sort((one, other) => one - other).join() === `1,${String(orders)}`;
  } finally {
    await client.end();
  }
}

const growing = [
  "orders", "counted_orders", "decisions", "ledger_entries", "webhook_events", "opt_outs", "flow_events", "customer_tags", "reorder_dues", "reorder_weeks", "reorders_told", "figure_states", "figure_quarters",
  "figure_offer_quarters", "figure_offer_days", "figure_changes",
];

/** Takes away what grows with orders, so that a shop can be filled anew in another size. */
export async function forgetOrders(databaseUrl: string, shop: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Where nobody else has orders the tables are emptied, which takes no time however many there are.
    const { rows } = await client.query<{ isAlone: boolean }>(`select not exists (select from orders where shop <> $1) as "isAlone"`, [shop]);
    if (rows[0]?.isAlone) await client.query(`truncate ${growing.join(", ")} cascade`);
    else for (const table of growing) await client.query(`delete from ${table} where shop = $1`, [shop]);
  } finally {
    await client.end();
  }
}

/** From so many orders on it is quicker to make the indexes anew. */
const many = 100_000;

const indexed = ["orders", "decisions", "ledger_entries", "acceptances", "counted_orders", "flow_events", "reorder_dues"];

/** Only keys stay, because they decide what is there already. */
export async function withoutIndexes(client: Pick<pg.ClientBase, "query">, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where not i.indisunique and i.indrelid = any($1::regclass[])`, [tables]);
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  try {
    await work();
  } finally {
    for (const { definition } of rows) await client.query(definition);
  }
}

/** Ids begin after it: far from those that the local Shopify gives. */
export const firstId = 7_000_000_000;

/** Rows of one statement: what a statement of millions keeps until its end would fill the disk. */
const slice = 250_000;

/** Numbers from 1 to a count, in slices. */
export function slices(count: number): Array<[from: number, to: number]> {
  return Array.from({ length: Math.ceil(count / slice) }, (_, index) => [index * slice + 1, Math.min(count, (index + 1) * slice)]);
}

/** SQL: a time-ordered UUID of a moment and a number, always the same. */
export function uuidSql(moment: string, number: string): string {
  return `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0') || '7' || substr(md5((${number})::text), 1, 3) || '8' || substr(md5((${number})::text), 4, 15))::uuid`;
}
