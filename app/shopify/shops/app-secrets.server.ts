import type { KeyObject } from "node:crypto";
import { createSecretKey } from "node:crypto";
import { env } from "../../env.server";

const current = env.SHOPIFY_API_SECRET;
const old = env.SHOPIFY_API_SECRET_OLD;
const currentKey = createSecretKey(Buffer.from(current));
const oldKey = old === undefined ? null : createSecretKey(Buffer.from(old.secret));

/** The secrets that Shopify may sign with now: the app's own, and for a while after a rotation the one before. */
export function secretsAt(now: Date): string[] {
  return old !== undefined && now < old.until ? [current, old.secret] : [current];
}

/** The same as keys. */
export function secretKeysAt(now: Date): KeyObject[] {
  return old !== undefined && oldKey !== null && now < old.until ? [currentKey, oldKey] : [currentKey];
}
