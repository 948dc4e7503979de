import type { Cart } from "../../checkout/src/cart";
import type { OrderPage } from "../../order-status/src/open-reorder";
import type { BlockPlacement } from "../../../app/domain/placements/contract";
import type { ShopperLanguage } from "../../../app/domain/placements/shopper-language";
import type { Host, Watched } from "../../shared/host/host";
import { createI18n } from "../i18n";
import { textsOf } from "./locales";

/** What the extensions ask of Shopify, as in a merchant's editor: nothing is signed, sent or added. */
export type PreviewHost = Host & Cart & OrderPage;

interface Wanted {
  placement: BlockPlacement;
  language: ShopperLanguage;
  currency: string;
}

export function previewHost({ placement, language, currency }: Wanted): PreviewHost {
  const i18n = createI18n({ language, extensionLanguage: language, currency, translations: textsOf(placement, language) }, (message) => console.error(message));
  const refused = () => Promise.resolve({ type: "error" as const, message: "" });
  return {
    extension: { editor: { type: "checkout" }, rendered: still(false) },
    // The views ask for texts alone, never for parts of one.
    i18n: { ...i18n, translate: (key, replacements) => String(i18n.translate(key, replacements)) },
    localization: { language: still({ isoCode: language }), country: still(undefined) },
    sessionToken: { get: () => Promise.reject(new Error("A preview has no token")) },
    settings: still({}),
    lines: still([]),
    discountCodes: still([]),
    instructions: still({ lines: { canAddCartLine: true, canRemoveCartLine: true }, discounts: { canUpdateDiscountCodes: true } }),
    applyCartLinesChange: refused,
    applyDiscountCodeChange: refused,
    authenticationState: still("fully_authenticated"),
    requireLogin: () => Promise.resolve(),
  };
}

/** A value that stays what it is. */
function still<T>(value: T): Watched<T> {
  return { value, subscribe: () => () => undefined };
}
