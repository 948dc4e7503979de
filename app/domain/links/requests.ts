import { z } from "zod";
import type { ShopperLanguage } from "../placements/shopper-language";
import { shopperLanguageOf, shopperLanguages } from "../placements/shopper-language";

const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const decision = z.uuid();

/** A form of the page behind a link. */
export const LinkForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("buy"), decision, variant: Id, quantity: z.coerce.number().int().min(1).max(1_000) })
    .transform(({ decision: decisionId, variant, quantity }) => ({ intent: "buy" as const, decisionId, variantId: variant, quantity })),
  z.object({ intent: z.enum(["coupon", "look", "decline"]), decision }).transform(({ intent, decision: decisionId }) => ({ intent, decisionId })),
  z.object({ intent: z.enum(["optOut", "optIn"]) }),
]);

/** The language of the link, else the first of the browser's that there is, else English. */
export function pageLanguage(wanted: string | null, acceptLanguage: string | null): ShopperLanguage {
  const listed = (acceptLanguage ?? "").slice(0, 500).split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  const known = [wanted ?? "", ...listed].find((locale) => shopperLanguages.some((language) => locale.toLowerCase().split("-")[0] === language));
  return shopperLanguageOf(known ?? "en");
}

/** Where the storefront reaches the app, as Shopify says with each request; what has not that form is the usual place. */
export function proxyPrefix(given: string | null): string {
  return given !== null && /^\/(?:apps|a|community|tools)\/[\w-]{1,60}$/.test(given) ? given : "/apps/encore";
}
