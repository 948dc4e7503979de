import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { listLinkKeys, replaceLinkKey } from "../../data/links/link-keys.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { LinkPlacement, SignedCode } from "../../domain/links/order-code";
import { macDigits, signedText } from "../../domain/links/order-code";
import { typedCodeOf } from "../../domain/links/typed-code";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

/** E-mails that are on their way or lie in an inbox keep working this long after the key was replaced. */
const graceDays = 60;

/**
 * The key in a shop's own templates: made for this one purpose, of this one shop, replaceable. Whoever edits the shop's
 * notifications can read it; they can read the shop's orders too.
 */
export function templateKeyOf(shop: ShopId, version: number): string {
  return Buffer.from(hkdfSync("sha256", Buffer.from(env.OFFER_KEY, "base64"), "", `encore link ${shop} ${version}`, 32)).toString("hex");
}

/** As Liquid's `hmac_sha256` makes it: lower-case hex, the first 32 digits. */
export function macOf(shop: ShopId, version: number, placement: LinkPlacement, orderId: number): string {
  return createHmac("sha256", templateKeyOf(shop, version)).update(signedText(placement, orderId)).digest("hex").slice(0, macDigits);
}

/** Whether the shop's own template made the code; compared in constant time. */
export async function isGenuine(shop: ShopId, { placement, orderId, keyVersion, mac }: SignedCode, now: Date): Promise<boolean> {
  const due = Buffer.from(macOf(shop, keyVersion, placement, orderId));
  if (!timingSafeEqual(due, Buffer.from(mac))) return false;
  const keys = await listLinkKeys(shop);
  const key = keys.find(({ version }) => version === keyVersion);
  return key ? key.endsAt === null || key.endsAt > now : keys.length === 0 && keyVersion === 1;
}

/** The version that templates carry now. */
export async function currentKeyVersion(shop: ShopId): Promise<number> {
  const [newest] = await listLinkKeys(shop);
  return newest?.version ?? 1;
}

/** For when a template fell into wrong hands. Returns until when links of the old templates work. */
export async function replaceTemplateKey(shop: ShopId, now: Date): Promise<{ version: number; oldEndsAt: Date }> {
  const oldEndsAt = daysAfter(now, graceDays);
  return { version: await replaceLinkKey(shop, now, oldEndsAt), oldEndsAt };
}

/** The code that is printed on an order's receipt: always the same for the same order, and no other's can be told from it. */
export function receiptCodeOf(shop: ShopId, orderId: number): string {
  const key = Buffer.from(hkdfSync("sha256", Buffer.from(env.OFFER_KEY, "base64"), "", `encore receipt ${shop}`, 32));
  return typedCodeOf(createHmac("sha256", key).update(String(orderId)).digest());
}

export function codeHashOf(code: string): Buffer {
  return createHash("sha256").update(code).digest();
}
