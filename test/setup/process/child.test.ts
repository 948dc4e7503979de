import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isAlive } from "./alive";
import { startChild } from "./child";

const name = (what: string) => `test-child-${what}`;

test("a process that ends by itself is reported with the end of its log", async () => {
  const script = "console.log('about to fail'); process.exit(3)";
  const child = startChild({ name: name("fails"), args: ["-e", script], environment: process.env });
  await expect(child.endedEarly()).rejects.toThrow(/exit code 3[^]*about to fail/);
});

test("a process that does not heed the request to stop is ended", async () => {
  const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf')";
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const child = startChild({ name: name("deaf"), args: ["-e", script], environment: process.env, onLine: () => { resolve(); } });
  await ready;
  await child.stop(0.3);
  await expect(child.ended).resolves.toBe("signal SIGKILL");
});

test("a process does not outlive the command that started it, however that ends", async () => {
  const script = `
    const { startChild } = await import("./test/setup/process/child.ts");
    startChild({
      name: "${name("orphan")}",
      args: ["-e", "console.log(process.pid); setInterval(() => {}, 1000)"],
      environment: process.env,
      onLine: (line) => console.log(line),
    });`;
  const command = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(command.stdout, "data")) as [Buffer];
  const orphan = Number(line.toString());
  command.kill("SIGKILL");
  for (let attempt = 0; attempt < 100 && isAlive(orphan); attempt += 1) await sleep(100);
  expect(isAlive(orphan)).toBe(false);
});
