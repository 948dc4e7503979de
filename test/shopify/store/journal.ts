import { createHash, randomBytes } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replayEntry } from "./commands";
import type { JournalEntry, Store } from "./store";

/** What a data directory remembers besides the journal. */
export interface DataHeader {
  /** Epoch milliseconds of the first start: the history's newest order is the day before. */
  startedAt: number;
  /** Source of all chance, so that a replay makes the same tokens. */
  seed: string;
  /** SHA-256 of the history file, or null; the file may be moved, its contents may not change. */
  history: string | null;
}

/** Reads the header of a data directory, writing it on the first start; throws when another history was loaded into it. */
export function openDataDirectory(directory: string, now: number, historyFile: string | null): DataHeader {
  const history = historyFile === null ? null : createHash("sha256").update(readFileSync(historyFile)).digest("hex");
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "local-shopify.json");
  if (!existsSync(path)) {
    const header: DataHeader = { startedAt: now, seed: randomBytes(16).toString("hex"), history };
    writeFileSync(path, `${JSON.stringify(header, null, 2)}\n`);
    return header;
  }
  // Written by the lines above and nobody else.
  const header = JSON.parse(readFileSync(path, "utf8")) as DataHeader;
  if (header.history !== history) {
    throw new Error(`${directory} holds a shop of another history; delete it (or start with --fresh) to load ${historyFile ?? "none"}`);
  }
  return header;
}

/** Replays the journal of a data directory into the store and writes every further change to it. */
export function attachJournal(store: Store, directory: string): { replayed: number } {
  const path = join(directory, "journal.jsonl");
  let replayed = 0;
  if (existsSync(path)) {
    const text = readFileSync(path, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    for (const line of whole.split("\n")) {
      if (line === "") continue;
      // Lines are written below; a line cut short by a crash was left out above.
      replayEntry(store, JSON.parse(line) as JournalEntry);
      replayed += 1;
    }
    if (whole.length < text.length) writeFileSync(path, whole);
  }
  store.journalTo((entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`));
  return { replayed };
}
