import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { SetupError } from "../process/failure";


interface Run {
  status: string;
  records: number;
  error: string | null;
}

const kinds = ["catalogue", "orders"];
const patienceSeconds = 900;

/** Waits until the app has mirrored a shop's catalogue and orders; `expected` is how many records those are together. */
export async function waitForBackfill(databaseUrl: string, shop: string, expected: number, onProgress: (done: number, total: number) => void): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // The database ends before this when the wait is interrupted.
  client.on("error", () => undefined);
  await client.connect();
  try {
    const deadline = Date.now() + patienceSeconds * 1000;
    for (;;) {
      const runs = await latestRuns(client, shop);
      const failed = kinds.map((kind) => runs.get(kind)).find((run) => run?.status === "failed");
      if (failed) throw new SetupError(`The app could not fetch the shop's past: ${failed.error ?? "see its log"}`);
      onProgress([...runs.values()].reduce((sum, { records }) => sum + records, 0), expected);
      if (kinds.every((kind) => runs.get(kind)?.status === "done")) return;
      if (Date.now() > deadline) {
        throw new SetupError(`The app has not finished fetching the shop's past within ${String(patienceSeconds)} s.`);
      }
      await sleep(250);
    }
  } finally {
    await client.end();
  }
}

/** The newest run of each kind. */
async function latestRuns(client: pg.Client, shop: string): Promise<Map<string, Run>> {
  const { rows } = await client.query<Run & { kind: string }>(
    `select distinct on (kind) kind, status, records_done as records, error
     from sync_runs where shop = $1 and kind = any($2) order by kind, started_at desc`,
    [shop, kinds],
  );
  return new Map(rows.map((row) => [row.kind, row]));
}
