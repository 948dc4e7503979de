import { parseSignedText } from "../discounts/offer-token";

/** The one attribute of lines and carts that is kept: Encore's own, which names what a shopper chose of a block. */
const CLAIM_KEY = "_encore";
/** A link holds as many values as a block has products; many more are somebody's play. */
const MAX_TOKENS = 50;

interface Attribute {
  name: string;
  value: string;
}

export interface MarkedLine {
  id: number;
  variantId: number | null;
  attributes: readonly Attribute[];
}

/**
 * What each line says it came of, by line id: its own mark, and that of the order which names its variant, since links to
 * a filled checkout can mark the first line only. Kept is the form that Encore signs and nothing else, signed or not.
 */
export function claimsOfLines(lines: readonly MarkedLine[], ofOrder: readonly Attribute[]): Map<number, string> {
  const claims = new Map<number, string>();
  const shared = tokensIn(ofOrder);
  for (const { id, variantId, attributes } of lines) {
    const tokens = [...tokensIn(attributes), ...shared].filter((token) => token.variantId === variantId);
    const texts = [...new Set(tokens.map(({ text }) => text))];
    if (texts.length > 0) claims.set(id, texts.join(","));
  }
  return claims;
}

function tokensIn(attributes: readonly Attribute[]): { text: string; variantId: number }[] {
  const values = attributes.flatMap(({ name, value }) => (name === CLAIM_KEY ? value.split(",", MAX_TOKENS) : []));
  return values.slice(0, MAX_TOKENS).flatMap((text) => {
    const [, signed = ""] = /^(.{1,120})\.[\w-]{43}$/.exec(text) ?? [];
    const parts = parseSignedText(signed);
    return parts ? [{ text, variantId: parts.variantId }] : [];
  });
}
