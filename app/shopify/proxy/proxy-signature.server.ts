import { createHmac, timingSafeEqual } from "node:crypto";
import { confineTo } from "../../data/tenancy/scope.server";
import { ShopId } from "../../domain/shops/shop-id";
import { secretsAt } from "../shops/app-secrets.server";

/** Shopify signs a request when it forwards it; one this old is a copy. Its signatures cannot be told apart, so only reading is safe behind them. */
const freshSeconds = 60;
const clockToleranceSeconds = 10;

/** The shop whose storefront a request came through; null when the signature is not Shopify's, doubled or no longer fresh. The request is confined to it. */
export function verifyProxyRequest(url: URL, now: Date): ShopId | null {
  const { searchParams } = url;
  const [signature, ...otherSignatures] = searchParams.getAll("signature");
  const [timestamp, ...otherTimestamps] = searchParams.getAll("timestamp");
  const [domain, ...otherShops] = searchParams.getAll("shop");
  if (!signature || !timestamp || !domain || otherSignatures.length + otherTimestamps.length + otherShops.length > 0) return null;
  if (!/^[0-9a-f]{64}$/.test(signature) || !/^\d{1,12}$/.test(timestamp)) return null;

  const age = now.getTime() / 1000 - Number(timestamp);
  if (age > freshSeconds || age < -clockToleranceSeconds) return null;
  const message = signedMessage(searchParams);
  const given = Buffer.from(signature, "hex");
  const genuine = secretsAt(now).some((secret) => timingSafeEqual(createHmac("sha256", secret).update(message).digest(), given));
  const shop = genuine ? (ShopId.safeParse(domain).data ?? null) : null;
  if (shop !== null) confineTo(shop);
  return shop;
}

/** Parameters but the signature, sorted, "name=value" with repeated values joined by commas, nothing between them. */
function signedMessage(parameters: URLSearchParams): string {
  const names = [...new Set(parameters.keys())].filter((name) => name !== "signature");
  return names.map((name) => `${name}=${parameters.getAll(name).join(",")}`).sort().join("");
}
