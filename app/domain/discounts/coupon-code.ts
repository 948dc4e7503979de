/** Crockford's base 32: no letter that is mistaken for a digit or another letter. Codes are not case-sensitive at Shopify. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Of five bits each: 130 bits. */
const LENGTH = 26;
/** What `codeText` needs. */
export const CODE_BYTES = 17;

/** A code of 130 bits out of 17 random bytes, in groups that can be read out: "7KQ2M-…". */
export function codeText(random: Uint8Array): string {
  if (random.length !== CODE_BYTES) throw new RangeError(`A code takes ${CODE_BYTES} bytes`);
  let bits = random.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let index = 0; index < LENGTH; index++) {
    text += ALPHABET.charAt(Number(bits & 31n));
    bits >>= 5n;
  }
  return (text.match(/.{5}(?=.{5})|.+/g) ?? []).join("-");
}
