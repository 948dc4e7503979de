import { createSecureContext } from "node:tls";
import type { SecureContext } from "node:tls";
import { generate } from "selfsigned";

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** A certificate authority that lives as long as the process: it vouches for Shopify's hosts on this machine alone. */
export interface LocalAuthority {
  certificate: string;
  /** The TLS context for a host, made on first use. */
  contextFor(host: string): Promise<SecureContext>;
}

export async function createAuthority(): Promise<LocalAuthority> {
  const validity = { notBeforeDate: new Date(Date.now() - YEAR_MS), notAfterDate: new Date(Date.now() + 5 * YEAR_MS) };
  const common = { keyType: "ec" as const, curve: "P-256" as const, algorithm: "sha256", ...validity };
  const authority = await generate([{ name: "commonName", value: "Local Shopify throw-away CA" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const contexts = new Map<string, Promise<SecureContext>>();
  const issue = async (host: string): Promise<SecureContext> => {
    const made = await generate([{ name: "commonName", value: host.slice(0, 60) }], {
      ...common,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: "basicConstraints", cA: false },
        { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames: [{ type: 2, value: host }] },
      ],
    });
    return createSecureContext({ key: made.private, cert: made.cert });
  };
  return {
    certificate: authority.cert,
    contextFor: (host) => {
      const known = contexts.get(host) ?? issue(host);
      contexts.set(host, known);
      return known;
    },
  };
}
