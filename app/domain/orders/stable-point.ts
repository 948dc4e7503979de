/** A point in [0, 1) that is always the same for a key, and unrelated under another salt: what stands in for chance. */
export function stablePoint(salt: string, key: string): number {
  return hash32(`${salt}\n${key}`) / 2 ** 32;
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
