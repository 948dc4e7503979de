import { spawn } from "node:child_process";
import { createWriteStream, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { localFile, root } from "../setup/paths";
import type { Figure, SoakContext, SoakItem } from "./soak-item";

interface LongTest {
  number: number;
  title: string;
  project: "unit" | "reliability";
  files: readonly string[];
  /** Part of the names of its tests. */
  names: string;
  /** How much of what, in the full form: variables that the quick form's tests read. */
  sizes: Readonly<Record<string, number>>;
}

const longTests: readonly LongTest[] = [
  { number: 8, title: "100,000 deliveries, 30 % of them twice, shuffled: figures equal the shop's own", project: "reliability", files: ["test/reliability/events.test.ts"], names: "^8:", sizes: { SHUFFLED_STEPS: 8_000 } },
  { number: 11, title: "The web process killed at 200 random points: no acknowledged event is lost", project: "reliability", files: ["test/reliability/processes.test.ts"], names: "^11:", sizes: { WEB_KILLS: 200 } },
  { number: 12, title: "Workers killed amid their jobs, 20 times: each effect is there once", project: "reliability", files: ["test/reliability/processes.test.ts"], names: "^12:", sizes: { WORKER_KILLS: 20 } },
  { number: 17, title: "50 concurrent accepts of one offer, 1,000 rounds: one acceptance, one token", project: "reliability", files: ["test/reliability/charging.test.ts"], names: "^17:", sizes: { CHARGING_ROUNDS: 1_000 } },
  { number: 21, title: "10,000 tampered requests: none signed", project: "reliability", files: ["test/reliability/charging.test.ts"], names: "^21:", sizes: { TAMPERED_REQUESTS: 10_000 } },
  { number: 23, title: "Properties of money, 100,000 cases each", project: "unit", files: ["app/domain/money", "app/domain/decisions/changeset.test.ts"], names: "", sizes: { PROPERTY_RUNS: 100_000 } },
  { number: 25, title: "100,000 fuzzed tokens: none accepted, none a failure", project: "reliability", files: ["test/reliability/fuzzed.test.ts"], names: "^25:", sizes: { FUZZED_TOKENS: 100_000 } },
  { number: 26, title: "100,000 fuzzed signatures and bodies: 401, 400 or 413 alone", project: "reliability", files: ["test/reliability/fuzzed.test.ts"], names: "^26:", sizes: { FUZZED_WEBHOOKS: 100_000 } },
  { number: 29, title: "100 concurrent refreshes in two processes, 20 rounds: one call each", project: "reliability", files: ["test/reliability/events.test.ts"], names: "^29:", sizes: { TOKEN_ROUNDS: 20 } },
];

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const Noted = z.object({ name: z.string(), value: z.number() });

/** The tests of `npm test` with greater numbers. */
export const testItems: readonly SoakItem[] = longTests.map((test) => ({ number: test.number, title: test.title, run: (context) => runLong(test, context) }));

async function runLong({ number, project, files, names, sizes }: LongTest, { scale, signal, progress }: SoakContext): Promise<Figure[]> {
  const reportFile = localFile("soak", `${String(number)}.report.json`);
  const figuresFile = localFile("soak", `${String(number)}.figures`);
  const logFile = localFile("soak", `${String(number)}.log`);
  for (const file of [reportFile, figuresFile]) rmSync(file, { force: true });
  const scaled = Object.entries(sizes).map(([name, full]) => [name, String(Math.max(1, Math.round(full * scale)))]);
  progress(`${scaled.map((pair) => pair.join("=")).join(" ")}, log in ${path.relative(root, logFile)}`);
  const child = spawn(process.execPath, [
    path.join(root, "node_modules/vitest/vitest.mjs"), "run", `--project=${project}`, ...files, ...(names ? ["-t", names] : []),
    "--testTimeout=0", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`,
  ], { cwd: root, env: { ...process.env, ...Object.fromEntries(scaled), SOAK_FIGURES: figuresFile, FORCE_COLOR: "0" }, stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const stop = () => { child.kill("SIGTERM"); };
  signal.addEventListener("abort", stop, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  signal.removeEventListener("abort", stop);
  log.end();
  if (!existsSync(reportFile)) throw new Error(`The tests ended with ${String(code)} and no report; see ${logFile}`);
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(reportFile, "utf8")));
  const noted = existsSync(figuresFile) ? readFileSync(figuresFile, "utf8").trim().split("\n").map((line) => Noted.parse(JSON.parse(line))) : [];
  return [
    ...[...Map.groupBy(noted, ({ name }) => name)].map(([name, all]) => ({ name, value: all.reduce((sum, { value }) => sum + value, 0), unit: "" })),
    { name: "tests passed", value: numPassedTests, unit: "", atLeast: 1 },
    { name: "tests failed", value: Math.max(numFailedTests, code === 0 ? 0 : 1), unit: "", atMost: 0 },
  ];
}
