/**
 * Whether a customer is in the shop's hold-out: never shown offers, so that the difference is the app's true effect.
 *
 * A stable hash of shop and customer gives each a point in [0, 100); held out is who lies under `percent`. So the
 * choice never changes from order to order, differs between shops, and who is held out at 5 % still is at 10 %.
 * A guest without a key is never held out: their next order could not be recognised, and a hold-out that lets the same
 * person in and out measures nothing.
 */
export function isHeldOut(shop: string, customerKey: string | null, percent: number): boolean {
  return customerKey !== null && holdOutPoint(shop, customerKey) * 100 < percent;
}

/** The customer's point in [0, 1). */
export function holdOutPoint(shop: string, customerKey: string): number {
  return hash32(`${shop}\n${customerKey}`) / 2 ** 32;
}

/** FNV-1a over UTF-16 units with murmur3's finaliser, which spreads keys that differ in their last digit alone. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
