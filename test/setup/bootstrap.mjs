// Starts every command of this project. Plain JavaScript for any Node from 20 on and without packages, because it is
// what installs them; the commands themselves are TypeScript and run on the Node that the packages bring.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const commands = {
  demo: "test/demo/main.ts",
  test: "test/setup/test.ts",
  bench: "test/bench/main.ts",
  soak: "test/soak/main.ts",
  evaluate: "test/evaluate/main.ts",
  screenshots: "test/screenshots/main.ts",
  db: "test/setup/postgres/command.ts",
  prisma: "test/setup/prisma-command.ts",
  build: "test/setup/build/command.ts",
};

const [name, ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name ?? "")) {
  fail(`Say which command to run: ${Object.keys(commands).join(", ")}.`);
}
const [major] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Encore needs Node 20 or newer to start; this is ${process.version} (${process.execPath}).`);

await installPackages();
run(await nodeBinary(), ["--import", "tsx", path.join(root, commands[name]), ...args]);

/** Installs what package-lock.json names, unless that is what lies there. */
async function installPackages() {
  if (isInstalled()) return;
  process.stderr.write("Installing packages (once; a minute or two, longer on a slow network) …\n");
  const started = Date.now();
  // In a terminal npm shows its own progress.
  const sign = setInterval(() => {
    if (!process.stderr.isTTY) process.stderr.write(`  still installing, ${Math.round((Date.now() - started) / 1000)} s\n`);
  }, 20_000);
  const status = await npm(["ci", "--no-fund", "--no-audit"]);
  clearInterval(sign);
  if (status !== 0) {
    fail(
      "npm could not install the packages; its reasons stand above.\n" +
        "  - No network, or a proxy in between? See what `npm ping` and `npm config get registry` say.\n" +
        "  - No space, or no right to write here? The packages need about 1.2 GB in this folder.\n" +
        "Then run the same command again.",
    );
  }
}

/** Runs npm in the checkout, its output on stderr; returns its exit code. */
async function npm(parameters) {
  const child = spawn("npm", [...parameters, "--loglevel=error", "--no-update-notifier", ...cacheOption()], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    // Otherwise an install script would try to download the schema engine; prisma/engine takes its place.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "prisma/engine/schema-engine") },
  });
  return new Promise((resolve) => {
    child.on("error", (error) => {
      fail(error.code === "ENOENT" ? "npm was not found. Install Node together with npm, then run this again." : error.message);
    });
    child.on("exit", resolve);
  });
}

/** A cache of this checkout's own where the usual one cannot be written, as in a read-only home. */
function cacheOption() {
  const usual = process.env.npm_config_cache || path.join(os.homedir(), ".npm");
  try {
    mkdirSync(path.join(usual, "_cacache"), { recursive: true });
    accessSync(path.join(usual, "_cacache"), constants.W_OK);
    return [];
  } catch {
    return [`--cache=${path.join(root, ".local/npm-cache")}`];
  }
}

/** Whether every package of the lock file lies in node_modules in its version; npm keeps a list of what it put there. */
function isInstalled() {
  const wanted = readLock(path.join(root, "package-lock.json"));
  const present = readLock(path.join(root, "node_modules/.package-lock.json"));
  if (wanted === null) fail("package-lock.json is missing or damaged. Restore it: git checkout package-lock.json");
  if (present === null) return false;
  return Object.entries(wanted).every(([folder, entry]) => {
    // Packages for other platforms are optional and not installed; links lead to the workspaces.
    if (!folder.includes("node_modules/") || entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    return present[folder] !== undefined && present[folder].version === entry.version;
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** The Node that the packages bring; this one where it is new enough and they could not bring theirs. */
async function nodeBinary() {
  const binary = path.join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  if (works(binary)) return binary;
  // Install scripts were off (ignore-scripts), or that one failed: npm can catch up on it.
  process.stderr.write("Installing Node 24 for this project …\n");
  await npm(["rebuild", "node", "--ignore-scripts=false"]);
  if (works(binary)) return binary;
  if (major >= 24) return process.execPath;
  return fail(
    `Encore runs on Node 24, which the npm package "node" brings, and its install script did not put it in place.\n` +
      "  - See why: npm rebuild node --ignore-scripts=false --foreground-scripts\n" +
      `  - Or install Node 24 on this machine (this is ${process.version}) and run the same command again.`,
  );
}

function works(binary) {
  return existsSync(binary) && spawnSync(binary, ["--version"]).status === 0;
}

/** Runs a command in this terminal and ends as it ends. */
function run(binary, parameters) {
  const environment = {
    ...process.env,
    PATH: [path.join(root, "node_modules/.bin"), path.dirname(binary), process.env.PATH].join(path.delimiter),
  };
  const child = spawn(binary, parameters, { stdio: "inherit", cwd: root, env: environment });
  // Ctrl-C reaches the child by itself; this process waits for it to finish in order. A `kill` is passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${binary} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
