import { countPurchaseGaps } from "../../data/reports/purchase-gaps.server";
import { gapHistogram, type GapBar } from "../../domain/reports/gap-histogram";
import type { ShopId } from "../../domain/shops/shop-id";

/** After how many days customers buy the same product again; null while nobody did. */
export async function readPurchaseGaps(shop: ShopId): Promise<GapBar[] | null> {
  return gapHistogram(await countPurchaseGaps(shop));
}
