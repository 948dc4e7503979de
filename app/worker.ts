import { Logger, parseCronItems, run } from "graphile-worker";
import { closeDatabase, pool } from "./data/database.server";
import { log } from "./log.server";
import { schedule, tasks } from "./services/tasks.server";

const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error({ source: "queue" }, message);
  else if (level === "warning") log.warn({ source: "queue" }, message);
  else log.debug({ source: "queue" }, message);
});

const runner = await run({
  pgPool: pool,
  taskList: tasks,
  parsedCronItems: parseCronItems(schedule.map((item) => ({ ...item, options: { ...item.options } }))),
  concurrency: 4,
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
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", (signal) => { void stop(signal); });
process.on("SIGINT", (signal) => { void stop(signal); });
