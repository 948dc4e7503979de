import { inTransaction } from "../../data/database.server";
import { analyseOutgrown } from "../../data/sync/table-statistics.server";
import { addJobs } from "../../data/jobs/jobs.server";
import type { Installation } from "../../data/shops/shops.server";
import { saveRun } from "../../data/sync/sync-runs.server";
import type { SyncRun } from "../../data/sync/sync-runs.server";
import { ExportUnreadable, readExport } from "../../shopify/sync/bulk.server";
import type { BackfillSteps } from "./backfill-kinds.server";
import { batchRecords } from "./exported-records.server";
import type { RecordBatch } from "./exported-records.server";

const linesPerBatch = 4_000;
const rereadsPerJob = 20;

interface ReadyExport {
  url: string | null;
  objectCount: number;
  createdAt: Date;
}

/**
 * Writes an export into the mirror from the line on where the run had come to. Each batch is committed together with the
 * new cursor, so that the run can be ended at any point. Throws ExportUnreadable, also when lines are missing at the end.
 */
export async function loadExport(installation: Installation, run: SyncRun, steps: BackfillSteps, file: ReadyExport, signal: AbortSignal): Promise<void> {
  let lines = run.linesDone;
  let records = run.recordsDone;

  async function write(batch: RecordBatch): Promise<void> {
    const { shop } = installation;
    await inTransaction(async (client) => {
      const toReread = await steps.write(installation, batch.records, file.createdAt, client);
      for (let start = 0; start < toReread.length; start += rereadsPerJob) {
        const orderIds = toReread.slice(start, start + rereadsPerJob);
        await addJobs([{ task: "orders.reread", payload: { shop, orderIds }, priority: 10 }], client);
      }
      lines = batch.linesRead;
      records += batch.records.length;
      await saveRun(shop, run.id, { linesDone: lines, recordsDone: records }, client);
    });
    await analyseOutgrown(steps.kind, records);
  }

  if (file.url !== null) {
    // One batch is written while the next is read and put together.
    let writing = Promise.resolve();
    for await (const batch of batchRecords(readExport(file.url, signal), steps.children, run.linesDone, linesPerBatch)) {
      await writing;
      writing = write(batch);
      writing.catch(() => undefined);
    }
    await writing;
  }
  if (lines !== file.objectCount) {
    throw new ExportUnreadable("useless", `the result holds ${String(lines)} lines instead of ${String(file.objectCount)}`);
  }
}
