import { existsSync } from "node:fs";
import path from "node:path";
import { buildStep } from "./build/stamp";
import { adminPages, databaseClient, serverEntries } from "./build/steps";
import { root } from "./paths";
import type { Server } from "./postgres/server";
import { startTestServer } from "./postgres/test-server";
import { runCommand } from "./process/command";
import { describeFailure, SetupError } from "./process/failure";
import { clientBudget } from "./test-run/client-budget";
import type { Outcome } from "./test-run/outcome";
import { drift, lint, schema, types } from "./test-run/static-checks";
import { runProject } from "./test-run/vitest-project";

type Step = (server: Server) => Promise<Outcome>;

const project = (name: string): Step => () => runProject(name);
const nothing: Outcome = { passed: 0, failures: [] };

const steps: Record<string, Step> = {
  schema,
  drift,
  lint,
  types,
  unit: project("unit"),
  shopify: project("shopify"),
  integration: project("integration"),
  build: async () => {
    for (const step of [adminPages, serverEntries]) await buildStep(step);
    return nothing;
  },
  client: clientBudget,
  extensions: project("extensions"),
  reliability: project("reliability"),
  browser: project("browser"),
};

/** Steps that need the built app first. */
const onBuild = new Set(["client", "extensions", "reliability", "browser"]);

/** `npm test` runs everything; `npm test -- unit browser` runs those steps. Ends with `N passed, N failed`. */
await runCommand(async (args) => {
  const wanted = selectSteps(args);
  const server = await startTestServer();
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => { interrupted = true; });
  let passed = 0;
  let failed = 0;
  try {
    if (!existsSync(path.join(root, "app/data/generated"))) await buildStep(databaseClient);
    for (const name of wanted) {
      const outcome = await runStep(name, server);
      if (interrupted) break;
      passed += outcome.passed;
      failed += outcome.failures.length;
    }
  } finally {
    if (server.started) await server.stop();
  }
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  return interrupted ? 130 : Math.min(failed, 1);
});

async function runStep(name: string, server: Server): Promise<Outcome> {
  const started = Date.now();
  const outcome = await attempt(name, server);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  const verdict = outcome.failures.length > 0 ? `${String(outcome.failures.length)} FAILED` : "ok";
  console.log(`${name.padEnd(12)} ${seconds} s   ${String(outcome.passed).padStart(5)} passed   ${verdict}`);
  for (const { title, details } of outcome.failures) {
    console.log(`\n  ✗ ${title}\n${details.replaceAll(/^/gm, "    ")}\n`);
  }
  return outcome;
}

/** What a step came to; one that breaks down is a failure like any other. */
async function attempt(name: string, server: Server): Promise<Outcome> {
  try {
    const step = steps[name];
    return step ? await step(server) : nothing;
  } catch (thrown) {
    return { passed: 0, failures: [{ title: name, details: describeFailure(thrown) }] };
  }
}

function selectSteps(args: string[]): string[] {
  const names = Object.keys(steps);
  const unknown = args.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new SetupError(`There is no step "${unknown}". Steps: ${names.join(", ")}.`);
  if (args.length === 0) return names;
  const needsBuild = args.some((name) => onBuild.has(name));
  return names.filter((name) => args.includes(name) || (name === "build" && needsBuild));
}
