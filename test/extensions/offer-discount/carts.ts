import { createHmac } from "node:crypto";
import type { OfferClaim } from "../../../app/domain/discounts/offer-claim";
import { claimTag, signedText } from "../../../app/domain/discounts/offer-token";
import type { FunctionCart, FunctionLine } from "../../shopify/functions/discount-input";

export const key = Buffer.alloc(32, 7);
export const timezone = "Europe/London";
/** 11:30 in London. */
export const now = new Date("2026-11-22T11:30:00Z");
export const claimId = "019aa5c2-7b1e-7c34-9f21-0123456789ab";
export const otherId = "019aa5c2-7b1e-7c34-9f21-ba9876543210";

/** Two units of variant 11 at 15 % until three in the afternoon, unless told otherwise. */
export function buildClaim(over: Partial<OfferClaim> = {}): OfferClaim {
  return { claimId, variantId: 11, quantity: 2, saving: { kind: "percentage", percent: 15 }, expiresAt: new Date("2026-11-22T15:00:00Z"), ...over };
}

/** An attribute's value as the app signs it. */
export function tokenOf(over: Partial<OfferClaim> = {}, signedWith: Buffer = key): string {
  return signText(signedText(buildClaim(over), timezone), signedWith);
}

export function signText(text: string, signedWith: Buffer = key): string {
  return `${text}.${createHmac("sha256", signedWith).update(text).digest("base64url")}`;
}

interface LineParts {
  variantId?: number;
  quantity?: number;
  token?: string;
}

function buildLine({ variantId = 11, quantity = 1, token }: LineParts, index: number): FunctionLine {
  return {
    id: `gid://shopify/CartLine/${index}`, variantId, productId: 1, quantity,
    attributes: token === undefined ? [] : [{ key: "_encore", value: token }],
  };
}

export interface CartParts extends Omit<Partial<FunctionCart>, "lines" | "attributes"> {
  lines: LineParts[];
  cartTokens?: string[];
  keys?: Buffer[];
  redeemed?: string[];
}

export function buildCart({ lines, cartTokens, keys = [key], redeemed = [], ...over }: CartParts): FunctionCart {
  return {
    now: now.getTime(), timezone, locale: "en", presentmentCurrencyRate: "1.0", discountClasses: ["PRODUCT"],
    metafields: { "offer-discount": JSON.stringify({ keys: keys.map((one) => one.toString("hex")), redeemed: redeemed.map(claimTag).join("") }) },
    attributes: cartTokens ? [{ key: "_encore", value: cartTokens.join(",") }] : [],
    lines: lines.map(buildLine),
    ...over,
  };
}
