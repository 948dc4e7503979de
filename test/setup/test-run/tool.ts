import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { localFile, root } from "../paths";

export interface ToolResult {
  code: number;
  output: string;
}

/** Runs a tool of the packages on this Node; everything it prints is returned and kept in `.local/logs`. */
export async function runQuietly(name: string, args: string[], environment: Record<string, string> = {}): Promise<ToolResult> {
  const log = createWriteStream(localFile("logs", `test-${name}.log`));
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: "0", ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      output += part.toString("utf8");
      log.write(part);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => { resolve(status ?? 1); });
  });
  log.end();
  return { code, output: output.trim() };
}
