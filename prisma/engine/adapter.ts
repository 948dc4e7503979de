import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  SqlResultSet,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";

export interface Addresses {
  url?: string | undefined;
  /** A database that may be emptied at will; without one, a throw-away database is made. */
  shadowDatabaseUrl?: string | undefined;
}

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

const singleCharacterOid = 18;
const textOid = 25;

/** Prisma's adapter for `pg`, mended where the schema engine needs more than queries need. */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";

  constructor(private readonly addresses: Addresses) {}

  connect(): Promise<SqlDriverAdapter> {
    const { url } = this.addresses;
    if (!url) throw new Error("No database address: set DATABASE_URL.");
    return connectTo(url);
  }

  /** The package's own method keeps the connection string and so lands in the main database. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const { url, shadowDatabaseUrl } = this.addresses;
    if (shadowDatabaseUrl) {
      const shadow = await connectTo(shadowDatabaseUrl);
      await shadow.executeScript("drop schema if exists public cascade; create schema public");
      return shadow;
    }
    if (!url) throw new Error("No database address: set DATABASE_URL.");
    const main = await connectTo(url);
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await main.executeScript(`create database "${database}" template template0`);
    const shadowUrl = new URL(url);
    shadowUrl.pathname = `/${database}`;
    return connectTo(shadowUrl.href, async () => {
      await main.executeScript(`drop database if exists "${database}" with (force)`);
      await main.dispose();
    });
  }
}

async function connectTo(url: string, afterwards: () => Promise<void> = () => Promise.resolve()): Promise<SqlDriverAdapter> {
  const schema = new URL(url).searchParams.get("schema") ?? "public";
  // One connection: the engine's advisory lock and its settings belong to a session.
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }, { schema }).connect();
  const dispose = adapter.dispose.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: withCharacters(adapter),
    executeScript: (script: string) => executeWhole(adapter, script),
    startTransaction: withCharactersInside(adapter),
    dispose: async () => {
      await dispose();
      await afterwards();
    },
  });
}

/** The package cuts scripts at each semicolon, also at those within function bodies and strings; the server need not be helped. */
async function executeWhole(adapter: PgAdapter, script: string): Promise<void> {
  // `onError` turns a driver's error into Prisma's; it is protected, not private to the package.
  const inner = adapter as unknown as { onError(thrown: unknown): never };
  try {
    await adapter.underlyingDriver().query(script);
  } catch (thrown) {
    inner.onError(thrown);
  }
}

function withCharactersInside(adapter: PgAdapter): PgAdapter["startTransaction"] {
  const startTransaction = adapter.startTransaction.bind(adapter);
  return async (isolationLevel) => {
    const transaction = await startTransaction(isolationLevel);
    return Object.assign(transaction, { queryRaw: withCharacters(transaction) });
  };
}

/** Queries of the catalogue hold columns of type "char" (oid 18), which the package refuses and the engine wants as Character. */
function withCharacters(queryable: SqlQueryable): (query: SqlQuery) => Promise<SqlResultSet> {
  // `performIO` is the package's own step between a query and its typed result.
  const inner = queryable as unknown as { performIO(query: SqlQuery): Promise<pg.QueryArrayResult> };
  // The prototype's method, since the instance's is replaced by the one made here.
  const prototype = Object.getPrototypeOf(queryable) as SqlQueryable;
  return async (query) => {
    let isCharacter: boolean[] = [];
    const view: unknown = Object.create(queryable, {
      performIO: {
        value: async (sql: SqlQuery) => {
          const result = await inner.performIO(sql);
          isCharacter = result.fields.map((field) => field.dataTypeID === singleCharacterOid);
          const fields = result.fields.map((field, index) => (isCharacter[index] ? { ...field, dataTypeID: textOid } : field));
          return { ...result, fields };
        },
      },
    });
    const result = await prototype.queryRaw.call(view, query);
    const columnTypes = result.columnTypes.map((type, index) => (isCharacter[index] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
}
