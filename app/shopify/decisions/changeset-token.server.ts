import { createSecretKey } from "node:crypto";
import { SignJWT } from "jose";
import type { Change } from "../../domain/decisions/contract";
import { env } from "../../env.server";

export interface ChangesetClaims {
  /** The purchase it belongs to: initialPurchase.referenceId. */
  referenceId: string;
  /** Names this changeset; Shopify applies one only once. */
  jti: string;
  issuedAt: Date;
  changes: readonly Change[];
}

const secret = createSecretKey(Buffer.from(env.SHOPIFY_API_SECRET));

/** A changeset as `applyChangeset` takes it; the same claims always give the same string. */
export async function signChangeset({ referenceId, jti, issuedAt, changes }: ChangesetClaims): Promise<string> {
  return new SignJWT({ changes: changes.map(inFixedOrder) })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(env.SHOPIFY_API_KEY)
    .setSubject(referenceId)
    .setIssuedAt(Math.floor(issuedAt.getTime() / 1000))
    .setJti(jti)
    .sign(secret);
}

/** A database gives an object's fields back in an order of its own. */
function inFixedOrder(change: Change): Change {
  if (change.type === "add_shipping_line") {
    const { type, price, title, presentmentTitle } = change;
    return { type, price, title, presentmentTitle };
  }
  const { type, variantId, quantity, discount } = change;
  if (!discount) return { type, variantId, quantity };
  const { value, valueType, title } = discount;
  return { type, variantId, quantity, discount: { value, valueType, title } };
}
