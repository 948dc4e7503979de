import type { AddressName } from "../courtesy/recipient-names";
import { readGift } from "../orders/gift-reading";
import type { GiftReading } from "../orders/gift-reading";
import { isRecord } from "./shape";

/**
 * What the raw payload of an order tells of it being a gift. Read before the payload is stored and then dropped: first
 * and last name of both addresses, the note, note attributes, titles and properties of lines. Whatever is missing or of
 * another kind than the field's counts as withheld.
 */
export function giftInPayload(payload: Readonly<Record<string, unknown>>): GiftReading {
  const lines = listOf(payload["line_items"]).map((line) => ({ title: textOf(line["title"]), attributes: attributesOf(line["properties"]) ?? [] }));
  return readGift({
    shipping: nameOf(payload["shipping_address"]),
    billing: nameOf(payload["billing_address"]),
    note: "note" in payload ? textOf(payload["note"]) : null,
    attributes: attributesOf(payload["note_attributes"]),
    lines,
  });
}

function nameOf(address: unknown): AddressName | null {
  if (!isRecord(address)) return null;
  return { firstName: textOf(address["first_name"]), lastName: textOf(address["last_name"]) };
}

function attributesOf(value: unknown): { name: string; value: string }[] | null {
  return Array.isArray(value) ? listOf(value).map((entry) => ({ name: textOf(entry["name"]), value: textOf(entry["value"]) })) : null;
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
