import pg from "pg";

/** Makes a database when it is missing; `template` is copied, and then nobody may be connected to that. */
export async function ensureDatabase(serverUrl: (database: string) => string, name: string, template?: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const source = template === undefined ? "" : ` template ${pg.escapeIdentifier(template)}`;
    try {
      await client.query(`create database ${pg.escapeIdentifier(name)}${source}`);
    } catch (thrown) {
      // Another process made it in between.
      if (!(thrown instanceof pg.DatabaseError && (thrown.code === "42P04" || thrown.code === "23505"))) throw thrown;
    }
  });
}

/** Removes a database and ends whoever is connected to it. */
export async function dropDatabase(serverUrl: (database: string) => string, name: string): Promise<void> {
  await onServer(serverUrl, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`));
}

/** Runs a task on the server's maintenance database. */
export async function onServer<T>(serverUrl: (database: string) => string, task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl("postgres") });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}
