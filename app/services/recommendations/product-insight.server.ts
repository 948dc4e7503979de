import { listProductsByIds } from "../../data/catalogue/products.server";
import { listStaffExclusions } from "../../data/recommendations/companion-choices.server";
import { findShop } from "../../data/shops/shops.server";
import type { CompanionInsight } from "../../domain/strategies/companion-insight";
import type { ShopId } from "../../domain/shops/shop-id";
import { companionsOf, ladderOf } from "./insight.server";
import type { LadderInsight } from "./insight.server";

export interface ProductInsight {
  title: string;
  currency: string;
  companions: CompanionInsight[];
  ladders: LadderInsight[];
  /** Staff never want it offered, whatever the order. */
  isExcluded: boolean;
}

/** What a shop's orders and catalogue say of one product; null when the shop has no such product. */
export async function readProductInsight(shop: ShopId, productId: number): Promise<ProductInsight | null> {
  const [[product], installation] = await Promise.all([listProductsByIds(shop, [productId]), findShop(shop)]);
  if (!product) return null;
  const [companions, ladders, excluded] = await Promise.all([companionsOf(shop, productId), ladderOf(shop, productId), listStaffExclusions(shop)]);
  return { title: product.title, currency: installation?.currency ?? "USD", companions, ladders, isExcluded: excluded.productIds.includes(productId) };
}
