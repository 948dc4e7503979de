import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface TokenKey {
  id: string;
  /** 32 bytes, base64. */
  key: string;
}

const algorithm = "aes-256-gcm";

/** What a token belongs to; a ciphertext moved to another row or column does not open. */
export interface TokenPlace {
  shop: string;
  field: "accessToken" | "refreshToken";
}

const boundData = ({ shop, field }: TokenPlace) => Buffer.from(`${shop}\n${field}`);

/** "keyId.iv.tag.ciphertext", each part base64url, under the first key of the ring. */
export function encryptToken(ring: readonly TokenKey[], place: TokenPlace, token: string): string {
  const [current] = ring;
  if (!current) throw new Error("The key ring is empty");
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, Buffer.from(current.key, "base64"), iv);
  cipher.setAAD(boundData(place));
  const ciphertext = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return [current.id, ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64url"))].join(".");
}

/** Null when the envelope was made by a key that has left the ring, was changed, or belongs elsewhere. */
export function decryptToken(ring: readonly TokenKey[], place: TokenPlace, envelope: string): string | null {
  const [keyId, iv, tag, ciphertext] = envelope.split(".");
  const key = ring.find(({ id }) => id === keyId);
  if (!key || !iv || !tag || ciphertext === undefined) return null;
  try {
    const decipher = createDecipheriv(algorithm, Buffer.from(key.key, "base64"), Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(boundData(place));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
