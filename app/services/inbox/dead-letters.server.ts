import { z } from "zod";
import { listDeadLetterRows, reviveDeadLetters } from "../../data/inbox/dead-letters.server";
import type { DeadLetter, DeadLetterCursor } from "../../data/inbox/dead-letters.server";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;

/** `id` names a dead letter towards `replayDeadLetters`. */
export type ListedDeadLetter = DeadLetter & { id: string };

/** A page of dead letters, newest first, and the cursor of the next page; a cursor that makes no sense means the first. */
export async function listDeadLetters(shop: ShopId, cursor: string | null): Promise<{ items: ListedDeadLetter[]; next: string | null }> {
  const rows = await listDeadLetterRows(shop, cursor === null ? null : parseCursor(cursor), pageSize + 1);
  const items = rows.slice(0, pageSize).map((row) => ({ ...row, id: `${row.topic} ${row.eventId}` }));
  const last = items.at(-1);
  return { items, next: rows.length > pageSize && last ? formatCursor(last) : null };
}

/** Has dead letters processed again, all or those of these ids; returns how many there were. */
export async function replayDeadLetters(shop: ShopId, ids: readonly string[] | "all"): Promise<number> {
  if (ids === "all") return reviveDeadLetters(shop, "all");
  return reviveDeadLetters(shop, ids.map((id) => {
    const [topic = "", eventId = ""] = id.split(" ");
    return { topic, eventId };
  }));
}

const Cursor = z.tuple([z.iso.datetime(), z.string(), z.string()]);

function formatCursor({ receivedAt, topic, eventId }: DeadLetterCursor): string {
  return Buffer.from(JSON.stringify([receivedAt.toISOString(), topic, eventId])).toString("base64url");
}

function parseCursor(text: string): DeadLetterCursor | null {
  try {
    const [receivedAt, topic, eventId] = Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { receivedAt: new Date(receivedAt), topic, eventId };
  } catch {
    return null;
  }
}
