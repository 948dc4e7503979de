import { getSnapshot } from "../../data/decisions/snapshot.server";
import { listRebuys } from "../../data/recommendations/insight-rows.server";
import { countDuesOf } from "../../data/reorders/due-list.server";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { promptStatus } from "../../domain/reorders/prompt-status";
import type { PromptedProduct } from "../../domain/reorders/prompted-product";
import { formatCountCursor, parseCountCursor } from "../../domain/recommendations/count-cursor";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;

/** Products by repeat purchases with whether customers are reminded of them, or why never; 50 a page. */
export async function promptedProducts(shop: ShopId, cursor: string | null, now: Date): Promise<{ rows: PromptedProduct[]; next: string | null; previous: boolean }> {
  const after = parseCountCursor(cursor);
  const [found, snapshot] = await Promise.all([listRebuys(shop, after, pageSize + 1), getSnapshot(shop, now)]);
  const page = found.slice(0, pageSize);
  const dues = await countDuesOf(shop, page.map(({ productId }) => productId));
  const leftOut = new Set(snapshot?.staffExclusions?.productIds);
  const policy = snapshot?.policy ?? defaultCourtesyPolicy();
  const rows = page.map(({ productId, title, imageUrl, repeats, repeatCustomers, customers, typicalDays, ...row }) => ({
    productId, title, imageUrl, repeats, repeatCustomers, customers, typicalDays, dues: dues.get(productId) ?? 0,
    status: promptStatus({
      figures: { ...row, repeats, repeatCustomers, customers, typicalDays }, product: snapshot?.products.get(productId), isLeftOut: leftOut.has(productId), policy, dues: dues.get(productId) ?? 0,
    }),
  }));
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return { rows, next: last ? formatCountCursor({ count: last.repeats, productId: last.productId }) : null, previous: after !== null };
}
