import { chmodSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this checkout, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Makes a folder below `.local`, where all state of this checkout's local run lies, and returns its path. */
export function localFolder(...parts: string[]): string {
  const folder = path.join(root, ".local", ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The path of a file below `.local`, whose folder then exists. */
export function localFile(...parts: string[]): string {
  const file = path.join(root, ".local", ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

/** Lets another account pass through a folder without listing it. */
export function letOthersPass(folder: string): void {
  chmodSync(folder, 0o711);
}
