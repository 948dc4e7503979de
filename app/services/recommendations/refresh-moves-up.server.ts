import { countMovesUp, findMovesCountedAt } from "../../data/recommendations/moves-up.server";
import { DAY_MS } from "../../domain/courtesy/days";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";

/** Counts what buyers moved up to unless it was counted within a day: it changes slowly, and takes every customer's past. */
export async function refreshMovesUp(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  const countedAt = await findMovesCountedAt(shop);
  if (countedAt !== null && now.getTime() - countedAt.getTime() < DAY_MS) return;
  const started = Date.now();
  const products = await countMovesUp(shop, now, signal);
  log.info({ shop, products, ms: Date.now() - started }, "what buyers moved up to was counted");
}
