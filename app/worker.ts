import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run } from "graphile-worker";
import type { WorkerEvents } from "graphile-worker";
import { closeDatabase, pool, waitLongForConnections } from "./data/database.server";
import { jobsAtOnce } from "./data/jobs/jobs-at-once";
import { prepareQueue } from "./data/jobs/queue.server";
import { watchWorkers } from "./data/jobs/worker-liveness.server";
import { env } from "./env.server";
import { log } from "./log.server";
import { replayInThreads } from "./services/backtest/run-backtest.server";
import { schedule, tasks } from "./services/tasks.server";

const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error({ source: "queue" }, message);
  else if (level === "warning") log.warn({ source: "queue" }, message);
  else log.debug({ source: "queue" }, message);
});

waitLongForConnections();
// Beside this file after the build.
replayInThreads(new URL("./replay-thread.js", import.meta.url));
await prepareQueue();
const liveness = watchWorkers((error) => { log.warn({ err: error }, "abandoned jobs could not be looked for"); });
const events: WorkerEvents = new EventEmitter();
// The queue writes the pool's id, not the worker's, beside each job that is taken.
events.on("pool:create", ({ workerPool }) => { liveness.add(workerPool.id); });

const runner = await run({
  events,
  pgPool: pool,
  taskList: tasks,
  parsedCronItems: parseCronItems(schedule.map((item) => ({ ...item, options: { ...item.options } }))),
  concurrency: jobsAtOnce(env.DATABASE_POOL),
  pollInterval: 1_000,
  noHandleSignals: true,
  logger,
});
log.info("working");

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "finishing the jobs under way");
  await runner.stop();
  await liveness.stop();
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", (signal) => { void stop(signal); });
process.on("SIGINT", (signal) => { void stop(signal); });
