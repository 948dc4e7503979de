import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { PoolClient } from "pg";
import { env } from "../env.server";
import { log } from "../log.server";
import { PrismaClient } from "./generated/client";
import { ShopPool } from "./tenancy/shop-pool.server";

const int8 = 20;
const int8Array = 1016;

/** Shopify's ids and amounts fit a safe integer; anything larger is a fault worth stopping for. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${text}`);
  return value;
}

const types = new pg.TypeOverrides();
types.setTypeParser(int8, parseInt8);
// "{1,2}": ids are never null and need no quotes.
types.setTypeParser(int8Array, (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(parseInt8)));

/** A connection with a transaction begun; what other layers may know of one. */
export type Transaction = PoolClient;

/**
 * A database that is gone without a word, as behind a firewall that forgot the connection, is noticed by keep-alive, and
 * at the latest when a query has waited longer than the slowest one takes.
 */
const connections = {
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  query_timeout: 5 * 60_000,
};

/** For named statements and batches; 64-bit integers arrive as numbers. */
export const pool = new ShopPool({ ...connections, idleTimeoutMillis: 30_000, types });

/** Background work may keep the process busy for longer than a page would wait; nobody waits for it. */
export function waitLongForConnections(): void {
  pool.options.connectionTimeoutMillis = 60_000;
}

// A connection that breaks is replaced at its next use; whoever used it learns of it by the failed query.
const onLost = (error: Error) => { log.warn({ error: error.message }, "lost a database connection"); };
pool.on("error", onLost);
pool.on("connect", (client) => { client.on("error", onLost); });

/** Prisma reads 64-bit integers in its own way, so it has connections of its own. */
const prismaPool = new ShopPool(connections);
prismaPool.on("error", onLost);

/** For schema-typed, ordinary queries. */
export const prisma = new PrismaClient({ adapter: new PrismaPg(prismaPool) });

/** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (thrown) {
    await client.query("rollback").catch((error: unknown) => {
      broken = error instanceof Error ? error : new Error(String(error));
    });
    throw thrown;
  } finally {
    client.release(broken);
  }
}

/** Ends both pools; for an orderly shutdown. */
export async function closeDatabase(): Promise<void> {
  await prisma.$disconnect();
  await Promise.all([prismaPool.end(), pool.end()]);
}
