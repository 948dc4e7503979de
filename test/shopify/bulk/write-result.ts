import { closeSync, openSync, writeSync } from "node:fs";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import { Connection } from "../graphql/connection";
import type { NodeProjection, Projected } from "./projection";

/** Milliseconds of work between two pauses, so that the server answers while a large file is made. */
const SLICE_MS = 25;
const CHUNK_CHARACTERS = 1_000_000;
/** Root objects written before their children when the client did not ask for grouping. */
const UNGROUPED_BLOCK = 50;

export interface Progress {
  objects: number;
  roots: number;
  bytes: number;
}

export interface WriteOptions {
  file: string;
  root: { read(source: unknown): unknown; node: NodeProjection };
  grouped: boolean;
  /** Called between slices; false stops. */
  proceed(progress: Progress): boolean;
}

/**
 * Writes the objects of a bulk operation as JSON lines, children naming their parent in `__parentId`. Grouped, the children
 * of an object follow it directly; otherwise they only follow somewhere after it, which Shopify leaves open as well.
 */
export async function writeResult({ file, root, grouped, proceed }: WriteOptions): Promise<Progress> {
  const progress: Progress = { objects: 0, roots: 0, bytes: 0 };
  const descriptor = openSync(file, "w");
  let buffered = "";
  const flush = () => {
    progress.bytes += writeSync(descriptor, buffered);
    buffered = "";
  };
  const write = (item: unknown, node: NodeProjection, parentId: unknown): Projected => {
    const made = node.row(item);
    if (parentId !== null) made.row.__parentId = parentId;
    buffered += `${JSON.stringify(made.row)}\n`;
    progress.objects += 1;
    if (buffered.length > CHUNK_CHARACTERS) flush();
    return made;
  };
  const writeChildren = ({ row, children }: Projected): void => {
    for (const { item, node } of children) writeChildren(write(item, node, row.id));
  };
  try {
    const connection = root.read(undefined);
    const items = connection instanceof Connection ? connection.items : [];
    const block = grouped ? 1 : UNGROUPED_BLOCK;
    let sliceStart = performance.now();
    for (let from = 0; from < items.length; from += block) {
      const pending = items.slice(from, from + block).map((item) => write(item, root.node, null));
      for (const made of pending) writeChildren(made);
      progress.roots += pending.length;
      if (performance.now() - sliceStart < SLICE_MS) continue;
      if (!proceed(progress)) break;
      await yieldToOthers();
      sliceStart = performance.now();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
  return progress;
}
