import { env } from "../../env.server";

const current = env.SHOPIFY_API_SECRET;
const old = env.SHOPIFY_API_SECRET_OLD;

/** The secrets that Shopify may sign with now: the app's own, and for a while after a rotation the one before. */
export function secretsAt(now: Date): string[] {
  return old !== undefined && now < old.until ? [current, old.secret] : [current];
}
