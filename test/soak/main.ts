import { writeFileSync } from "node:fs";
import { localFile } from "../setup/paths";
import { startTestServer } from "../setup/postgres/test-server";
import { runCommand } from "../setup/process/command";
import { describeFailure } from "../setup/process/failure";
import { setAppEnvironment } from "../support/app-environment";
import { copyTemplate, ensureTemplate } from "../support/template";
import { databaseRestarts } from "./database-restarts";
import { decisions, oneLoudShop, signing } from "./decisions";
import { halfLoad } from "./half-load";
import { readOptions } from "./options";
import type { Outcome } from "./report";
import { formatOutcome, judge, reportJson } from "./report";
import type { SoakItem } from "./soak-item";
import { testItems } from "./test-items";
import { burst, steadyWebhooks } from "./webhooks";

const items: readonly SoakItem[] = [steadyWebhooks, burst, decisions, signing, oneLoudShop, halfLoad, databaseRestarts, ...testItems].sort((one, other) => one.number - other.number);

/** Of the list in the README: what has its quick form in `npm test` alone. */
const notInSoak = Array.from({ length: 44 }, (_, index) => index + 1).filter((number) => !items.some((item) => item.number === number));

/** `npm run soak [NUMBER…] [--minutes N] [--scale F]` runs the long forms and says of each whether its promise is kept. */
await runCommand(async (args) => {
  const { numbers, minutes, scale } = readOptions(args, items.map(({ number }) => number));
  const chosen = items.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
  const ending = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => { ending.abort(); });

  const startedAt = new Date();
  const server = await startTestServer();
  const outcomes: Outcome[] = [];
  try {
    const database = await copyTemplate(server.url, await ensureTemplate(server.url));
    setAppEnvironment(database.url);
    try {
      for (const item of chosen) {
        if (ending.signal.aborted) break;
        const outcome = await attempt(item, minutes ?? (item.minutes ?? 1) * scale, scale, ending.signal);
        if (ending.signal.aborted) break;
        outcomes.push(outcome);
        console.log(formatOutcome(outcome));
      }
    } finally {
      await closeApp();
      await database.drop();
    }
  } finally {
    if (server.started) await server.stop();
  }
  if (ending.signal.aborted) console.log("\nStopped before the end; what was under way counts for nothing.");
  console.log(`\nnot in soak, quick form in npm test where there is one: ${notInSoak.join(", ")}`);
  const failed = outcomes.filter(({ verdict }) => verdict === "FAIL").length;
  console.log(`${String(outcomes.length - failed)} kept, ${String(failed)} not kept\n`);
  const json = reportJson({ startedAt, outcomes, notInSoak, interrupted: ending.signal.aborted, minutes, scale });
  writeFileSync(localFile("soak", "latest.json"), `${json}\n`);
  console.log(json);
  return ending.signal.aborted ? 130 : Math.min(failed, 1);
});

async function attempt(item: SoakItem, minutes: number, scale: number, signal: AbortSignal): Promise<Outcome> {
  const { number, title } = item;
  console.log(`\n${String(number).padStart(2)}  ${title}`);
  const started = performance.now();
  const progress = (text: string) => { console.error(`    ${((performance.now() - started) / 1_000).toFixed(0).padStart(4)} s  ${text}`); };
  // A sign of life while a long load says nothing.
  const alive = setInterval(() => { progress("under way"); }, 60_000);
  const outcome = { number, title };
  try {
    const figures = await item.run({ minutes, scale, signal, progress });
    return judge({ ...outcome, figures, error: null, seconds: (performance.now() - started) / 1_000 });
  } catch (thrown) {
    return judge({ ...outcome, figures: [], error: describeFailure(thrown), seconds: (performance.now() - started) / 1_000 });
  } finally {
    clearInterval(alive);
  }
}

/** What the items imported of the app holds connections. */
async function closeApp(): Promise<void> {
  const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
  const { closeDatabase } = await import("../../app/data/database.server");
  await closeSnapshots();
  await closeDatabase();
}
