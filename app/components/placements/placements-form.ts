import type { Placement } from "../../domain/offers/placement";
import { parsePlacementSettings } from "../../domain/placements/settings";
import type { BlockWord } from "../../domain/placements/block-words";
import { BlockWords, wordsIn } from "../../domain/placements/block-words";
import type { BlockSettings, PlacementSettings } from "../../domain/placements/settings";
import type { PreviewedBlockSettings } from "../../domain/preview/contract";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";

/** Placements whose look can be set. */
export const blockPlacements = ["checkout", "thank-you", "order-status", "account", "product-page"] as const satisfies readonly Placement[];
export type BlockName = (typeof blockPlacements)[number];

export interface BlockForm {
  /** As typed. */
  products: string;
  layout: BlockSettings["layout"];
  heading: Partial<Record<ShopperLanguage, string>>;
  words: Partial<Record<BlockWord, Partial<Record<ShopperLanguage, string>>>>;
}

/** The settings while they are edited: texts as typed, so that nothing is lost when they are wrong. */
export interface PlacementsForm {
  enabled: Record<Placement, boolean>;
  blocks: Record<BlockName, BlockForm>;
}

export function settingsToForm(settings: PlacementSettings): PlacementsForm {
  const block = (name: BlockName): BlockForm => ({ products: String(settings[name].products), layout: settings[name].layout, heading: settings[name].heading, words: settings[name].words });
  return {
    enabled: {
      "post-purchase": settings["post-purchase"].enabled, checkout: settings.checkout.enabled, "thank-you": settings["thank-you"].enabled,
      "order-status": settings["order-status"].enabled, account: settings.account.enabled, "product-page": settings["product-page"].enabled,
      "e-mail": settings["e-mail"].enabled, receipt: settings.receipt.enabled,
    },
    blocks: {
      checkout: block("checkout"), "thank-you": block("thank-you"), "order-status": block("order-status"), account: block("account"),
      "product-page": block("product-page"),
    },
  };
}

/** What is sent to be checked and saved: the shape of PlacementSettings, with NaN where a number was typed wrongly. */
export function formToSettings({ enabled, blocks }: PlacementsForm): Record<string, unknown> {
  const switches = Object.entries(enabled).map(([placement, on]): [string, Record<string, unknown>] => [placement, { enabled: on }]);
  const settings = Object.fromEntries(switches);
  for (const name of blockPlacements) {
    const { products, layout, heading, words } = blocks[name];
    settings[name] = { ...settings[name], products: /^\s*\d{1,3}\s*$/.test(products) ? Number(products) : Number.NaN, layout, heading, words };
  }
  return settings;
}

/** The settings that are typed, or what is wrong with them. */
export function readForm(form: PlacementsForm) {
  return parsePlacementSettings(formToSettings(form));
}

export function saveRequest(settings: PlacementSettings): { settings: string } {
  return { settings: JSON.stringify(settings) };
}

/** How a block would look; what is typed wrongly counts as the usual. */
export function lookOf(block: BlockForm | null, language: ShopperLanguage): PreviewedBlockSettings {
  const products = Number(block?.products);
  return {
    heading: block?.heading[language]?.trim() || null,
    products: products >= 1 && products <= 6 && Number.isInteger(products) ? products : 3,
    layout: block?.layout ?? "list",
    words: wordsTyped(block, language),
  };
}

function wordsTyped(block: BlockForm | null, language: ShopperLanguage): PreviewedBlockSettings["words"] {
  const parsed = BlockWords.safeParse(block?.words);
  return parsed.success ? wordsIn(parsed.data, language) : {};
}
