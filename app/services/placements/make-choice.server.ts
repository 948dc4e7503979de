import { findVersion } from "../../data/offers/offer-versions.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { recordImpression } from "../../data/decisions/decisions.server";
import { cartPermalink } from "../../domain/placements/cart-permalink";
import type { ChoiceReply, ChoiceRequest } from "../../domain/placements/contract";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import { strategyOf } from "../../domain/strategies/strategy";
import type { ShopId } from "../../domain/shops/shop-id";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";
import { assignCoupon } from "../discounts/coupons.server";
import { claimItems } from "./claim-items.server";
import { findOwnDecision } from "./own-decision.server";

/** Gives a shopper what they chose of a block: items in a checkout, or the coupon's code. The same choice again gives the same answer. */
export async function makeChoice(caller: ExtensionCaller, request: ChoiceRequest, now: Date): Promise<ChoiceReply> {
  const { shop } = caller;
  const decision = await findOwnDecision(caller, request);
  if (!decision) return { refused: "unknownDecision" };
  if (decision.block?.kind === "coupon") return giveCoupon(shop, decision, now);
  const claimed = await claimItems(shop, decision, request.items, now);
  if ("refused" in claimed) return claimed;
  const { lines, discountCodes } = claimed;
  const [discountCode = null] = discountCodes;
  const checkoutUrl = cartPermalink(shop, { lines, discountCodes, locale: shopperLanguageOf(decision.facts.locale) });
  return { kind: "items", lines, discountCode, ...(discountCodes.length > 0 ? { discountCodes } : {}), checkoutUrl };
}

/** On the terms that were shown, whatever became of the offer since. */
async function giveCoupon(shop: ShopId, decision: StoredDecision, now: Date): Promise<ChoiceReply> {
  const { id: decisionId, offerId, offerVersion, customerKey, referenceId, declinedAt, expiresAt } = decision;
  if (declinedAt) return { refused: "declined" };
  if (expiresAt <= now) return { refused: "expired" };
  const version = offerId === null || offerVersion === null ? null : await findVersion(shop, offerId, offerVersion);
  const strategy = version && strategyOf(version.content);
  if (strategy?.kind !== "coupon") return { refused: "notOffered" };
  const coupon = await assignCoupon(shop, { decisionId, customerKey, referenceId: decision.placement === "account" ? null : referenceId, strategy, now });
  if (!coupon) return { refused: "soldOut" };
  await recordImpression(shop, decisionId, referenceId, now);
  return { kind: "coupon", code: coupon.code, expiresAt: coupon.expiresAt.toISOString(), shopUrl: `https://${shop}/discount/${encodeURIComponent(coupon.code)}` };
}
