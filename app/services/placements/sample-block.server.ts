import { getSnapshot } from "../../data/decisions/snapshot.server";
import { findOfferable } from "../../domain/decisions/offerable";
import { blockProduct } from "../../domain/decisions/show-block";
import { currencyExponent } from "../../domain/money/money";
import type { BlockProduct, BlockQuestion, BlockReply } from "../../domain/placements/contract";
import { plainContent } from "../../domain/placements/plain-content";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import type { ShopId } from "../../domain/shops/shop-id";

/** Belongs to no decision: whatever is reported of it is of nobody's. */
const sampleId = "00000000-0000-4000-8000-000000000000";

const title: Record<ShopperLanguage, string> = {
  en: "You may also like", de: "Das könnte Ihnen auch gefallen", fr: "Vous aimerez aussi", es: "También le puede gustar",
  it: "Potrebbe piacerle anche", nl: "Misschien vindt u dit ook leuk", pt: "Também pode gostar", ja: "こちらもおすすめです",
};

/** What the editor's preview shows: products of the catalogue at their usual prices. Nothing is decided and nothing stored. */
export async function sampleBlock(shop: ShopId, { room, locale }: BlockQuestion, now: Date): Promise<BlockReply> {
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return { show: false };
  const content = plainContent({ title: title[shopperLanguageOf(locale)], quantityLimit: 3 });
  const products: BlockProduct[] = [];
  for (const { id } of snapshot.products.values()) {
    if (products.length === room) break;
    const found = findOfferable({ productId: id, variantIds: [] }, content, snapshot.products, new Set());
    if (!("code" in found)) products.push(blockProduct(found, content, "chosen", shop));
  }
  if (products.length === 0) return { show: false };
  const { currency } = snapshot;
  const words = { title: content.title, body: "" };
  return { show: true, decisionId: sampleId, block: { kind: "products", offerId: sampleId, offerVersion: 1, ...words, currency, currencyExponent: currencyExponent(currency), products, saving: null } };
}
