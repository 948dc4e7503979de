import { findExport, readChunk } from "../../data/exports/exports.server";
import type { ShopId } from "../../domain/shops/shop-id";

/** The file of an export that is ready and not past its end, piece by piece; null otherwise. */
export async function openExport(shop: ShopId, exportId: string, now: Date): Promise<{ bytes: number; chunks: AsyncGenerator<Buffer> } | null> {
  const found = await findExport(shop, exportId);
  if (found?.status !== "ready" || found.expiresAt === null || found.expiresAt <= now) return null;
  return { bytes: found.bytes, chunks: chunksOf(shop, exportId) };
}

async function* chunksOf(shop: ShopId, exportId: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const chunk = await readChunk(shop, exportId, number);
    if (!chunk) return;
    yield chunk;
  }
}
