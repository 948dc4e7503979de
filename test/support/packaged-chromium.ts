import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFolder, root } from "../setup/paths";
import { SetupError } from "../setup/process/failure";
import { withLock } from "../setup/process/lock";

export interface Chromium {
  executablePath: string;
  environment: Record<string, string>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` below `.local`, once a version. The package's own choice, a fixed name
 * in the system's temporary folder, belongs to whoever came first and may be half written.
 */
export async function packagedChromium(): Promise<Chromium> {
  const folder = localFolder("chromium", packagedVersion());
  const done = path.join(folder, ".unpacked");
  await withLock("chromium", 120, async () => {
    if (existsSync(done)) return;
    rmSync(folder, { recursive: true, force: true });
    localFolder("chromium", packagedVersion());
    await unpackTo(folder);
    writeFileSync(done, "");
  });
  const executablePath = path.join(folder, "chromium");
  const environment = {
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(folder, "fonts") }),
    ...(runs(executablePath, {}) ? {} : { LD_LIBRARY_PATH: path.join(folder, "al2023/lib") }),
  };
  if (!runs(executablePath, environment)) {
    const { stderr } = spawnSync(executablePath, ["--version"], { encoding: "utf8", env: { ...process.env, ...environment } });
    throw new SetupError(`The packaged Chromium does not run here: ${stderr.trim()}\nName an installed Chrome or Chromium in CHROME_PATH.`);
  }
  return { executablePath, environment };
}

async function unpackTo(folder: string): Promise<void> {
  const { default: packaged, inflate } = await import("@sparticuz/chromium");
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await packaged.executablePath();
    // Libraries for machines that lack them.
    await inflate(path.join(root, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

function runs(executablePath: string, environment: Record<string, string>): boolean {
  return spawnSync(executablePath, ["--version"], { env: { ...process.env, ...environment } }).status === 0;
}

function packagedVersion(): string {
  const file = path.join(root, "node_modules/@sparticuz/chromium/package.json");
  // Every package.json has a version.
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
