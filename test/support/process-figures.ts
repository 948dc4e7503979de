import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const tickMs = 10;

/** Processor time of a process since its start, user and system; null where the system does not tell (it takes Linux's /proc). */
export function processorMs(pid: number): number | null {
  const stat = read(pid, "stat");
  // The name, in brackets, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields ? (Number(fields[11]) + Number(fields[12])) * tickMs : null;
}

/** Memory that a process holds, in MB; null where the system does not tell. */
export function residentMb(pid: number): number | null {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(read(pid, "status") ?? "") ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, "utf8");
  } catch {
    return null;
  }
}
