import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { letOthersPass, localFolder, root } from "../paths";
import { SetupError } from "../process/failure";
import type { Account } from "./account";
import { serverAccount } from "./account";
import { installedBinaries } from "./binaries";

/** Where a server's binaries and data lie, and who runs it. */
export interface Place {
  account: Account;
  binaries: string;
  /** The data folder; it may not exist yet. */
  data: string;
}

/** Chooses a place for the server of this name: the checkout itself, or the system's temporary folders where its account cannot enter that. */
export function choosePlace(name: string): Place {
  const installed = installedBinaries();
  const folder = localFolder("postgres");
  const account = serverAccount(path.join(folder, name));
  if (account === null) return { account, binaries: installed, data: path.join(folder, name) };

  letOthersPass(path.join(root, ".local"));
  letOthersPass(folder);
  if (canRun(installed, account) && canEnter(folder, account)) {
    return { account, binaries: installed, data: ownedFolder(path.join(folder, name), account) };
  }
  for (const base of new Set(["/var/tmp", os.tmpdir(), "/tmp"])) {
    const outside = outsideFolder(base);
    if (outside === null) continue;
    const binaries = copyBinaries(installed, outside);
    if (canRun(binaries, account)) return { account, binaries, data: ownedFolder(path.join(outside, name), account) };
  }
  throw new SetupError(
    `PostgreSQL runs as account ${String(account.uid)}, which can neither enter ${root} nor run a copy in a temporary folder. ` +
      "Move the checkout to a folder that others may enter, or set DATABASE_URL.",
  );
}

function canRun(binaries: string, account: { uid: number; gid: number }): boolean {
  const trial = spawnSync(path.join(binaries, "bin/postgres"), ["--version"], { ...account, cwd: "/" });
  return trial.status === 0;
}

function canEnter(folder: string, account: { uid: number; gid: number }): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...account, cwd: "/" }).status === 0;
}

/** A folder of our own below a world-writable one; null when it cannot be had, or somebody else made it first. */
function outsideFolder(base: string): string | null {
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const folder = path.join(base, `encore-${key}`);
  try {
    if (!existsSync(folder)) mkdirSync(folder);
    const found = lstatSync(folder);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return null;
    letOthersPass(folder);
    return folder;
  } catch {
    return null;
  }
}

function copyBinaries(installed: string, outside: string): string {
  const version = path.basename(path.dirname(installed));
  const target = path.join(outside, `native-${version}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${String(process.pid)}`;
  cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", partial]);
  try {
    renameSync(partial, target);
  } catch {
    // Another process copied them meanwhile.
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function ownedFolder(folder: string, account: { uid: number; gid: number }): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, account.uid, account.gid);
  return folder;
}
