import { claimsOfLines } from "../orders/line-claims";
import type { MarkedLine } from "../orders/line-claims";
import { isRecord } from "./shape";

/**
 * What of a raw order payload's attributes is stored: Encore's own marks, by line, and nothing where there are none. Read
 * before the attributes are dropped.
 */
export function claimsInPayload(payload: Readonly<Record<string, unknown>>): { claims?: { line_id: number; claim: string }[] } {
  const lines = listOf(payload["line_items"]).flatMap(({ id, variant_id: variantId, properties }): MarkedLine[] =>
    (typeof id === "number" ? [{ id, variantId: typeof variantId === "number" ? variantId : null, attributes: attributesOf(properties) }] : []));
  const claims = [...claimsOfLines(lines, attributesOf(payload["note_attributes"]))].map(([lineId, claim]) => ({ line_id: lineId, claim }));
  return claims.length > 0 ? { claims } : {};
}

function attributesOf(value: unknown): { name: string; value: string }[] {
  return listOf(value).flatMap(({ name, value: text }) => (typeof name === "string" && typeof text === "string" ? [{ name, value: text }] : []));
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
