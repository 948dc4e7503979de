import pg from "pg";

/**
 * The native engine's `cli` commands on whole databases. Returns the exit code; a failure is written to stderr as the
 * JSON line that the Prisma CLI looks for.
 */
export async function runDatabaseCommand(command: string, url: string): Promise<number> {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const name = pg.escapeIdentifier(database);
  try {
    if (command === "can-connect-to-database") await execute(url, "select 1");
    else if (command === "create-database") await execute(maintenanceUrl(url), `create database ${name}`);
    else if (command === "drop-database") await execute(maintenanceUrl(url), `drop database if exists ${name} with (force)`);
    else throw new Error(`Unknown command ${command}.`);
    return 0;
  } catch (thrown) {
    const { code, message } = describe(thrown, url, database);
    const line = { level: "ERROR", target: "schema_engine::logger", fields: { error_code: code, message } };
    // The CLI passes over the first line, where the native engine says that it starts.
    console.error(`{}\n${JSON.stringify(line)}`);
    return 1;
  }
}

/** Makes the database of an address and returns its name; one that exists is left alone. */
export async function createDatabase(url: string): Promise<string> {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await execute(maintenanceUrl(url), `create database ${pg.escapeIdentifier(database)}`);
  } catch (thrown) {
    if (!(thrown instanceof pg.DatabaseError && thrown.code === "42P04")) throw thrown;
  }
  return database;
}

function maintenanceUrl(url: string): string {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  return maintenance.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Prisma's numbers for what can be wrong with a connection. */
function describe(thrown: unknown, url: string, database: string): { code: string; message: string } {
  const { host, hostname, port } = new URL(url);
  if (thrown instanceof pg.DatabaseError) {
    if (thrown.code === "3D000") return { code: "P1003", message: `Database \`${database}\` does not exist` };
    if (thrown.code === "28P01") return { code: "P1000", message: `Authentication failed against the database server at \`${host}\`` };
    if (thrown.code === "42P04") return { code: "P1009", message: `Database \`${database}\` already exists` };
    return { code: "P1011", message: thrown.message };
  }
  return { code: "P1001", message: `Can't reach database server at \`${hostname}:${port || "5432"}\`` };
}
