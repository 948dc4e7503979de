import { z } from "zod";
import { currenciesIn } from "../rules/rule-currencies";
import { extraFields, isRecord, ownValue } from "../rules/rule-json";
import type { RuleJsonProblem } from "../rules/rule-json";
import { parsedJson } from "../text/parsed-json";
import type { OfferContent } from "./offer";
import { OfferContentSchema } from "./offer-draft";

const FORMAT = "encore-offers";
/** Raised when an older version of the app could not read what is written. */
const VERSION = 1;
export const mostInFile = 50;
const mostCharacters = 500_000;

/** Offers as text that another shop, or a later version, can read; amounts are minor units of the currency that is named. */
export function offersToJson(offers: readonly OfferContent[], currency: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, currency, offers }, null, 2)}\n`;
}

/**
 * Reads exported offers, or says everything that keeps them from being some. A field that this version does not know is
 * refused, not forgotten, and so are amounts of another currency than the shop's: 20 euros are not 20 pounds. Ids are
 * those of the shop that they came from; they are not looked up here.
 */
export function parseOffersJson(text: string, currency: string): { ok: true; offers: OfferContent[] } | { ok: false; problems: RuleJsonProblem[] } {
  const refuse = (path: string, message: string) => ({ ok: false as const, problems: [{ path, message }] });
  if (text.length > mostCharacters) return refuse("", `At most ${mostCharacters.toLocaleString("en")} characters`);
  const file = parsedJson(text);
  if (file === undefined) return refuse("", "This is not JSON");
  if (!isRecord(file) || ownValue(file, "format") !== FORMAT) return refuse("format", `These are no exported offers: the format is not “${FORMAT}”`);
  const version = ownValue(file, "version");
  if (version !== VERSION) return refuse("version", `This app reads version ${VERSION}, not ${typeof version === "number" ? version : "what stands there"}`);
  const parsed = z.array(OfferContentSchema).min(1, "There is no offer in it").max(mostInFile, `At most ${mostInFile} offers at once`).safeParse(ownValue(file, "offers"));
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(({ path, message }) => ({ path: ["offers", ...path].join("."), message })) };
  const offers = parsed.data;
  const written = ownValue(file, "currency");
  const unknown = [...extraFields({ format: FORMAT, version: VERSION, currency: written, offers }, file, "")];
  if (unknown.length > 0) return { ok: false, problems: unknown.map((path) => ({ path, message: "This app knows no such field" })) };
  const foreign = new Set(offers.flatMap((offer) => [...(hasAmounts(offer) ? [written] : []), ...currenciesIn(offer.rule)]).filter((other) => other !== currency));
  if (foreign.size > 0) return refuse("currency", `The amounts are in ${[...foreign].map((other) => (typeof other === "string" ? other : "no known currency")).join(", ")}, and your shop’s currency is ${currency}`);
  return { ok: true, offers };
}

/** Whether it holds amounts that are the shop's currency without saying so. */
function hasAmounts({ discount, shippingMinor, strategy }: OfferContent): boolean {
  if (discount.kind === "fixed" || shippingMinor > 0) return true;
  return strategy?.kind === "coupon" && (strategy.discount.kind === "fixed" || strategy.minSubtotalMinor !== null);
}
