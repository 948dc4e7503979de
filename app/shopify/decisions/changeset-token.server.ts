import { createSigner } from "fast-jwt";
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

const sign = createSigner({ key: env.SHOPIFY_API_SECRET, algorithm: "HS256" });

/** A changeset as `applyChangeset` takes it; the same claims always give the same string. */
export function signChangeset({ referenceId, jti, issuedAt, changes }: ChangesetClaims): string {
  return sign({ changes: changes.map(inFixedOrder), iss: env.SHOPIFY_API_KEY, sub: referenceId, iat: Math.floor(issuedAt.getTime() / 1_000), jti });
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
