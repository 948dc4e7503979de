import { listActiveOffers } from "../../data/offers/offers.server";
import { readPlacementSettings } from "../../data/placements/settings.server";
import { wordsIn } from "../../domain/placements/block-words";
import { shopperLanguages } from "../../domain/placements/shopper-language";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import type { ShopId } from "../../domain/shops/shop-id";

export interface LanguageLine {
  language: ShopperLanguage;
  /** Active offers with a title in it; English stands for the words that an offer has anyway. */
  offers: number;
  /** Placements with a heading of the shop's own in it. */
  headings: number;
  /** Buttons of placements with words of the shop's own in it. */
  buttons: number;
}

export interface LanguagesPageData {
  activeOffers: number;
  languages: LanguageLine[];
}

/** How far the shop's own words go in each language that shoppers are spoken to in. */
export async function readLanguages(shop: ShopId): Promise<LanguagesPageData> {
  const [offers, { settings }] = await Promise.all([listActiveOffers(shop), readPlacementSettings(shop)]);
  const blocks = Object.values(settings);
  const languages = shopperLanguages.map((language) => ({
    language,
    offers: offers.filter(({ content: { texts } }) => language === "en" || (texts?.[language]?.title ?? "") !== "").length,
    buttons: blocks.reduce((sum, block) => sum + ("words" in block ? Object.keys(wordsIn(block.words, language)).length : 0), 0),
    headings: blocks.filter((block) => "heading" in block && (block.heading[language] ?? "") !== "").length,
  }));
  return { activeOffers: offers.length, languages };
}
