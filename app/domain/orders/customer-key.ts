/** Who bought, without a name: "c:<Shopify customer id>", or "g:<32 hex>" for a guest, a keyed hash of the e-mail. */
export type CustomerKey = string;

/** The keyed hash of one install: a normalised e-mail to "g:<32 hex>". The key itself never enters the domain. */
export type GuestKeyOf = (email: string) => CustomerKey;

const GUEST_KEY = /^g:[0-9a-f]{32}$/;

/** The key of a customer who has an id at Shopify. */
export function customerKeyOf({ customerId }: { customerId: number }): CustomerKey {
  if (!Number.isSafeInteger(customerId) || customerId < 1) throw new RangeError(`Not a customer id: ${customerId}`);
  return `c:${customerId}`;
}

export function isGuestKey(key: string): boolean {
  return GUEST_KEY.test(key);
}

/** The customer's id in a key, or null for a guest's. */
export function customerIdIn(key: CustomerKey): number | null {
  return key.startsWith("c:") ? Number(key.slice(2)) : null;
}

/** The form of an e-mail that is hashed: trimmed and lower case, so that one guest is one guest; null when it is none. */
export function normaliseEmail(email: string): string | null {
  const normal = email.trim().toLowerCase();
  return normal.includes("@") ? normal : null;
}

/** A guest's key by e-mail, or null when there is nothing to know them by. */
export function guestKeyFor(email: unknown, guestKeyOf: GuestKeyOf): CustomerKey | null {
  const normal = typeof email === "string" ? normaliseEmail(email) : null;
  return normal === null ? null : guestKeyOf(normal);
}
