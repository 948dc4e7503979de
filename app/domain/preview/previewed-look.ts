import { wordsIn } from "../placements/block-words";
import type { PlacementSettings } from "../placements/settings";
import type { ShopperLanguage } from "../placements/shopper-language";
import type { PreviewedBlockSettings, PreviewedPlacement } from "./contract";

/** How a placement is set for shoppers of a language; null where nothing can be set. */
export function previewedLook(settings: PlacementSettings | undefined, placement: PreviewedPlacement, language: ShopperLanguage): PreviewedBlockSettings | null {
  const own = settings?.[placement];
  if (!own || !("layout" in own)) return null;
  return { heading: own.heading[language] ?? null, products: own.products, layout: own.layout, words: wordsIn(own.words, language) };
}
