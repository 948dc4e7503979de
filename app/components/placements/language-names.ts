import type { ShopperLanguage } from "../../domain/placements/shopper-language";

/** In the admin's own language. */
export const languageNames: Record<ShopperLanguage, string> = {
  en: "English", de: "German", fr: "French", es: "Spanish", it: "Italian", nl: "Dutch", pt: "Portuguese", ja: "Japanese",
};
