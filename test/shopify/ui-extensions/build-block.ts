import { basename } from "node:path";
import { surfaceOf } from "./elements/element-spec";
import type { BlockState, Values } from "./contract";
import type { Place } from "./values/standard-values";
import { extensionLanguage, standardConstants, translationsFor } from "./values/standard-values";

const CALLS = {
  checkout: ["sessionToken.get", "query", "applyTrackingConsentChange"],
  "customer-account": ["sessionToken.get", "query", "applyTrackingConsentChange"],
  admin: ["auth.idToken", "query"],
} as const;

const CHECKOUT_CHANGES = [
  "applyCartLinesChange", "applyDiscountCodeChange", "applyAttributeChange", "applyNoteChange", "applyGiftCardChange", "applyMetafieldChange", "applyShippingAddressChange",
] as const;

/** What a target's global has that the server answers. */
function callsOf(target: string): readonly string[] {
  const common = CALLS[surfaceOf(target)];
  if (target.startsWith("purchase.checkout.")) return [...common, ...CHECKOUT_CHANGES];
  return target.startsWith("customer-account.order-status.") ? [...common, "requireLogin"] : common;
}

/** Address of one of an extension's bundles. */
export function bundleUrl(folder: string, path: string): string {
  return `/_assets/ui-extensions/${folder}/${basename(path)}`;
}

/** All that a page has to know to run a block: written into its HTML. */
export function buildBlock(place: Place, signals: Values, at: { id: string; callUrl: string; storageScope: string }): BlockState {
  const { extension, target, shop, app, locale } = place;
  const language = extensionLanguage(extension, locale);
  const surface = surfaceOf(target);
  return {
    id: at.id,
    target,
    surface,
    extension: {
      handle: extension.handle,
      name: extension.name,
      apiVersion: extension.apiVersion,
      capabilities: extension.capabilities,
      bundleUrls: extension.bundles.map((path) => bundleUrl(extension.folder, path)),
    },
    constants: standardConstants(place),
    signals,
    texts: { language: locale, extensionLanguage: language, currency: shop.currency, translations: translationsFor(extension, language) },
    calls: callsOf(target),
    callUrl: at.callUrl,
    storageKey: `extension:${extension.handle}:${at.storageScope}`,
    appUrl: app.url,
    accountPath: `/account/${shop.handle}`,
    startUrl: "extension:/",
  };
}
