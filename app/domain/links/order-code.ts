/** Where a link to an order's own page stands. */
export type LinkPlacement = "e-mail" | "receipt";

/** The code of an e-mail's link, which the shop's own template works out from the order's id. */
export interface SignedCode {
  placement: LinkPlacement;
  orderId: number;
  keyVersion: number;
  /** 32 hex digits: 128 bits of an HMAC. */
  mac: string;
}

/** 128 bits of the HMAC: nobody comes by another order's link by trying. */
export const macDigits = 32;

const letters = { "e-mail": "e", receipt: "r" } as const satisfies Record<LinkPlacement, string>;
const SIGNED = /^([er])([1-9]\d{0,15})-([1-9]\d{0,5})-([0-9a-f]{32})$/;

/** What is signed: the placement's letter and the order's id, as the template writes them. */
export function signedText(placement: LinkPlacement, orderId: number): string {
  return `${letters[placement]}${orderId}`;
}

export function letterOf(placement: LinkPlacement): "e" | "r" {
  return letters[placement];
}

/** Null when the text has not the form of a signed code; whether it is genuine is another question. */
export function parseSignedCode(code: string): SignedCode | null {
  const [, letter, orderId, keyVersion, mac = ""] = SIGNED.exec(code) ?? [];
  const id = Number(orderId);
  if (letter === undefined || !Number.isSafeInteger(id)) return null;
  return { placement: letter === "e" ? "e-mail" : "receipt", orderId: id, keyVersion: Number(keyVersion), mac };
}
