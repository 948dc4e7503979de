import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { localFile } from "../paths";
import { isAlive, commandLineOf } from "../process/alive";
import { SetupError } from "../process/failure";
import { withLock } from "../process/lock";
import { findPort } from "../process/ports";
import type { Place } from "./place";
import { choosePlace } from "./place";
import { serverSettings } from "./settings";

export interface Server {
  /** Connection address of a database of this server. */
  url(database: string): string;
  /** True when this call started the server, false when it was running. */
  started: boolean;
  /** Ends it in order: open transactions are rolled back, everything is written. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Names the data folder: servers of different names share nothing. */
  name: string;
  /** First port to try; any free one after it does. */
  port: number;
  /** Whether committed data must survive a crash of the machine. */
  durable: boolean;
}

/** Starts the embedded PostgreSQL of this name, or finds it running; the data is kept from one start to the next. */
export async function startServer(options: ServerOptions): Promise<Server> {
  return withLock(`postgres-${options.name}`, 60, async () => {
    const place = choosePlace(options.name);
    const password = rememberedPassword(options.name);
    const running = await findRunning(place, password);
    if (running) return describe(place, running.port, password, running.pid, false);
    if (!existsSync(path.join(place.data, "PG_VERSION"))) create(place, password);
    const port = await findPort(options.port);
    const pid = await launch(place, port, password, options);
    return describe(place, port, password, pid, true);
  });
}

/** Forgets the data of the server of this name, which must not be running. */
export function dropServer(name: string): void {
  rmSync(choosePlace(name).data, { recursive: true, force: true });
}

function describe(place: Place, port: number, password: string, pid: number, started: boolean): Server {
  return {
    url: (database) => `postgresql://encore:${password}@127.0.0.1:${String(port)}/${database}`,
    started,
    stop: () => stopProcess(pid, place),
  };
}

function rememberedPassword(name: string): string {
  const file = localFile("postgres", `${name}.password`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** The server that already serves this data folder. A stale pid file, left by a crash, is cleared away. */
async function findRunning(place: Place, password: string): Promise<{ pid: number; port: number } | null> {
  const pidFile = path.join(place.data, "postmaster.pid");
  for (let attempt = 0; existsSync(pidFile); attempt += 1) {
    const [pid, , , port] = readFileSync(pidFile, "utf8").split("\n").map(Number);
    if (!pid || !port || !isAlive(pid) || !commandLineOf(pid).includes("postgres")) {
      rmSync(pidFile, { force: true });
      return null;
    }
    if (await answers(port, password, place.data)) return { pid, port };
    // It is starting up or shutting down; one that does neither in time is ended the hard way and recovers at its next start.
    if (attempt === 100) process.kill(pid, "SIGQUIT");
    if (attempt > 150) throw new SetupError(`The PostgreSQL process ${String(pid)} neither answers nor ends. End it by hand.`);
    await sleep(100);
  }
  return null;
}

function create(place: Place, password: string): void {
  // initdb insists on an empty folder; what an interrupted one left is worthless.
  rmSync(place.data, { recursive: true, force: true });
  place = choosePlace(path.basename(place.data));
  const passwordFile = `${place.data}.initial`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  const made = spawnSync(
    path.join(place.binaries, "bin/initdb"),
    [
      `--pgdata=${place.data}`,
      "--username=encore",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The locale PostgreSQL brings along: the same order of text on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-sync",
      "--no-instructions",
    ],
    { ...(place.account ?? {}), cwd: "/", encoding: "utf8", env: serverEnvironment() },
  );
  rmSync(passwordFile, { force: true });
  if (made.status === 0) return;
  rmSync(place.data, { recursive: true, force: true });
  const reason = made.error?.message ?? made.stderr.trim();
  throw new SetupError(`PostgreSQL could not be set up in ${place.data}: ${reason}\nSet DATABASE_URL to use another server.`);
}

async function launch(place: Place, port: number, password: string, options: ServerOptions): Promise<number> {
  const logFile = localFile("logs", `postgres-${options.name}.log`);
  const log = openSync(logFile, "a");
  const child = spawn(
    path.join(place.binaries, "bin/postgres"),
    ["-D", place.data, "-p", String(port), ...serverSettings(options.durable)],
    {
      ...(place.account ?? {}),
      cwd: "/",
      // Its own process group: Ctrl-C in the terminal must reach us first, so that the app can finish before its database ends.
      detached: true,
      stdio: ["ignore", log, log],
      env: serverEnvironment(),
    },
  );
  closeSync(log);
  const failed = new Promise<string>((resolve) => {
    child.once("error", (error) => { resolve(error.message); });
    child.once("exit", (code) => { resolve(`it ended with ${String(code)}`); });
  });
  let failure: string | undefined;
  void failed.then((reason) => { failure = reason; });
  for (let attempt = 0; attempt < 600 && failure === undefined; attempt += 1) {
    if (await answers(port, password, place.data)) {
      child.unref();
      if (child.pid !== undefined) return child.pid;
    }
    await sleep(50);
  }
  if (failure === undefined && child.pid !== undefined) process.kill(child.pid, "SIGQUIT");
  const tail = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8).join("\n");
  throw new SetupError(`PostgreSQL did not start: ${failure ?? "no answer within 30 s"}.\n${tail}\n(${logFile})`);
}

function serverEnvironment(): NodeJS.ProcessEnv {
  // Variables such as PGDATA or LC_ALL of the caller's shell must not reach it.
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };
}

async function answers(port: number, password: string, data: string): Promise<boolean> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "encore", password, database: "postgres", connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopProcess(pid: number, place: Place): Promise<void> {
  const pidFile = path.join(place.data, "postmaster.pid");
  const signal = (name: NodeJS.Signals) => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended already.
    }
  };
  signal("SIGINT");
  for (let attempt = 0; attempt < 400 && isAlive(pid) && existsSync(pidFile); attempt += 1) {
    if (attempt === 300) signal("SIGQUIT");
    await sleep(50);
  }
}
