import { getSnapshot } from "../../data/decisions/snapshot.server";
import { findOfferable } from "../../domain/decisions/offerable";
import { blockProduct } from "../../domain/decisions/show-block";
import { currencyExponent } from "../../domain/money/money";
import type { BlockProduct, BlockQuestion, BlockReply } from "../../domain/placements/contract";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import { sampleContent } from "../../domain/preview/sample-content";
import type { ShopId } from "../../domain/shops/shop-id";

/** Belongs to no decision: whatever is reported of it is of nobody's. */
const sampleId = "00000000-0000-4000-8000-000000000000";

/** What the editor's preview shows: products of the catalogue at their usual prices. Nothing is decided and nothing stored. */
export async function sampleBlock(shop: ShopId, { room, locale }: BlockQuestion, now: Date): Promise<BlockReply> {
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return { show: false };
  const content = sampleContent(snapshot, shopperLanguageOf(locale));
  const products = content.products.slice(0, room).flatMap((offered): BlockProduct[] => {
    const found = findOfferable(offered, content, snapshot.products, new Set());
    return "code" in found ? [] : [blockProduct(found, content, "chosen", shop)];
  });
  if (products.length === 0) return { show: false };
  const { currency } = snapshot;
  const words = { title: content.title, body: "" };
  return { show: true, decisionId: sampleId, block: { kind: "products", offerId: sampleId, offerVersion: 1, ...words, currency, currencyExponent: currencyExponent(currency), products, saving: null } };
}
