import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process exists and is no zombie; one that belongs to another account counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
  try {
    // The state follows the command's name, which may itself hold brackets and blanks.
    return !/^\) Z/.test(readFileSync(`/proc/${String(pid)}/stat`, "utf8").replace(/^.*(?=\) )/s, ""));
  } catch {
    return true;
  }
}

/** The command line of a process, or "" when it is gone. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    try {
      return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    } catch {
      return "";
    }
  }
}
