import { findOfferable } from "../decisions/offerable";
import type { ShopSnapshot } from "../decisions/decision";
import type { OfferContent } from "../offers/offer";
import { plainContent } from "../placements/plain-content";
import type { ShopperLanguage } from "../placements/shopper-language";

const title: Record<ShopperLanguage, string> = {
  en: "You may also like", de: "Das könnte Ihnen auch gefallen", fr: "Vous aimerez aussi", es: "También le puede gustar",
  it: "Potrebbe piacerle anche", nl: "Misschien vindt u dit ook leuk", pt: "Também pode gostar", ja: "こちらもおすすめです",
};

/** More than any placement shows: some may be in the order. */
const most = 12;

/** Products of the catalogue at their usual prices, for where a look is set and no offer is at hand. */
export function sampleContent({ products }: Pick<ShopSnapshot, "products">, language: ShopperLanguage): OfferContent {
  const content = plainContent({ title: title[language], quantityLimit: 3 });
  const found: number[] = [];
  for (const { id } of products.values()) {
    if (found.length === most) break;
    if (!("code" in findOfferable({ productId: id, variantIds: [] }, content, products, new Set()))) found.push(id);
  }
  return { ...content, products: found.map((productId) => ({ productId, variantIds: [] })) };
}
