import { randomUUID } from "node:crypto";
import type { AppIdentity } from "../app/app-identity";
import type { Shop } from "../store/model";
import { signJwt } from "./jwt";

/** Seconds that a session token of the admin lives. */
const SESSION_TOKEN_SECONDS = 60;
/** Seconds that a session token of checkout and customer-account extensions lives. */
const EXTENSION_TOKEN_SECONDS = 300;

/** The session token (id_token) that App Bridge hands to the embedded app; `userId` defaults to the shop's owner. */
export function issueSessionToken(app: AppIdentity, shop: Shop, now: number, userId: number = shop.ownerId): string {
  const seconds = Math.floor(now / 1000);
  return signJwt(
    {
      iss: `https://${shop.domain}/admin`,
      dest: `https://${shop.domain}`,
      aud: app.apiKey,
      sub: String(userId),
      exp: seconds + SESSION_TOKEN_SECONDS,
      nbf: seconds,
      iat: seconds,
      jti: randomUUID(),
      sid: randomUUID(),
    },
    app.apiSecret,
  );
}

/** The session token of a checkout, thank-you or customer-account extension; `sub` only for a buyer who is logged in. */
export function issueExtensionToken(app: AppIdentity, shop: Shop, now: number, customerId: number | null): string {
  const seconds = Math.floor(now / 1000);
  const claims = { dest: shop.domain, aud: app.apiKey, exp: seconds + EXTENSION_TOKEN_SECONDS, nbf: seconds, iat: seconds, jti: randomUUID() };
  return signJwt(customerId === null ? claims : { ...claims, sub: `gid://shopify/Customer/${customerId}` }, app.apiSecret);
}

/** The token of a post-purchase extension's input: who issued it, for which purchase, and the input itself. */
export function issuePostPurchaseToken(app: AppIdentity, now: number, referenceId: string, inputData: Record<string, unknown>): string {
  return signJwt({ iss: "shopify", sub: referenceId, iat: Math.floor(now / 1000), input_data: inputData }, app.apiSecret);
}
