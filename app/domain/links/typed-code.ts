/** Crockford's alphabet: no I, L, O or U, so that print can be read and typed. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 26;
const GROUP = 5;

/** 128 bits or more as 26 letters and digits for people to type; throws a RangeError on fewer. */
export function typedCodeOf(bytes: Uint8Array): string {
  if (bytes.length < 17) throw new RangeError("A typed code takes 130 bits");
  let code = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && code.length < LENGTH) {
      bits -= 5;
      code += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return code;
}

/** The code as it is printed: groups of five. */
export function groupedCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join("-") ?? code;
}

/** What somebody typed as the code it means, or null: groups, small letters and mistaken O, I and L are understood. */
export function readTypedCode(typed: string): string | null {
  if (typed.length > 80) return null;
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{26}$/.test(code) ? code : null;
}
