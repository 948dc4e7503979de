import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { inTransaction } from "../../data/database.server";
import { addChunk, addExport, failExport, findExport, finishExport, removeExport, startExport } from "../../data/exports/exports.server";
import { countRows, exportParts, readRows } from "../../data/exports/parts.server";
import type { ExportPart } from "../../data/exports/parts.server";
import type { ShopId } from "../../domain/shops/shop-id";

const compress = promisify(gzip);

/** A finished export can be downloaded for so long. */
export const KEEP_EXPORT_DAYS = 7;

const rowsAtOnce = 1_000;
/** Before compression; a chunk is kept when it has grown past this. */
const chunkBytes = 4_000_000;

/** Queues an export of everything the shop has in Encore, unless one is under way; the id of the one that then is. */
export async function requestExport(shop: ShopId, userId: number, now: Date): Promise<string> {
  return inTransaction((client) => addExport(shop, userId, now, client));
}

/**
 * Makes an export or goes on with one that was cut short: JSON lines, each with the name of its part, in gzip members that
 * are one file together. Stops when it was taken away. Throws when asked to stop, so that the queue runs it again.
 */
export async function runExport(shop: ShopId, exportId: string, now: Date, signal: AbortSignal | undefined, isLastTry: boolean): Promise<void> {
  try {
    const found = await findExport(shop, exportId);
    if (!found || !(await startExport(shop, exportId, found.rowsTotal || (await countRows(shop))))) return;
    let place = placeOf(found.part, found.cursor);
    for (let number = found.chunks; place !== null; number += 1) {
      signal?.throwIfAborted();
      const { lines, next } = await gather(shop, place);
      const content = await compress(lines.length > 0 ? `${lines.join("\n")}\n` : "");
      const isKept = await addChunk(shop, exportId, { number, content, rows: lines.length, part: next?.part ?? "end", cursor: next?.cursor ? JSON.stringify(next.cursor) : null });
      if (!isKept) return;
      place = next;
    }
    await finishExport(shop, exportId, now, new Date(now.getTime() + KEEP_EXPORT_DAYS * 86_400_000));
  } catch (thrown) {
    if (isLastTry) await failExport(shop, exportId, thrown instanceof Error ? thrown.message : String(thrown), now);
    throw thrown;
  }
}

interface Place {
  part: ExportPart;
  cursor: readonly string[] | null;
}

/** "" is the beginning, "end" the end. */
function placeOf(part: string, cursor: string | null): Place | null {
  if (part === "end") return null;
  const known = exportParts.find((name) => name === part) ?? exportParts[0];
  // What a cursor holds was written below.
  return known === undefined ? null : { part: known, cursor: cursor === null ? null : (JSON.parse(cursor) as string[]) };
}

async function gather(shop: ShopId, from: Place): Promise<{ lines: string[]; next: Place | null }> {
  const lines: string[] = [];
  let bytes = 0;
  let place: Place | null = from;
  while (place !== null && bytes < chunkBytes) {
    const { part, cursor }: Place = place;
    const read = await readRows(shop, part, cursor, rowsAtOnce);
    for (const row of read.rows) {
      const line = `{"part":"${part}",${row.slice(1)}`;
      lines.push(line);
      bytes += line.length;
    }
    place = read.cursor !== null ? { part, cursor: read.cursor } : partAfter(part);
  }
  return { lines, next: place };
}

function partAfter(part: ExportPart): Place | null {
  const next = exportParts[exportParts.indexOf(part) + 1];
  return next === undefined ? null : { part: next, cursor: null };
}

/** Calls an export off, or takes a finished one away; false when there is none. */
export async function removeExportOf(shop: ShopId, exportId: string): Promise<boolean> {
  return removeExport(shop, exportId);
}
