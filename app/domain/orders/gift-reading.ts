import { giftConfidence } from "../courtesy/gift";
import type { GiftSignals } from "../courtesy/gift";
import type { GiftConfidence } from "../courtesy/gift-confidence";
import { isGiftAttribute, isGiftWrap, namesGiftWrap, speaksOfGift } from "../courtesy/gift-words";
import type { AddressName } from "../courtesy/recipient-names";
import { doNamesDiffer } from "../courtesy/recipient-names";

/**
 * What one source tells of an order being a gift: how sure it is; "none" when every sign was looked at and none found;
 * "unknown" when none was found and some could not be looked at, as with names that Shopify withholds.
 */
export const GIFT_READINGS = ["possible", "likely", "certain", "none", "unknown"] as const;
export type GiftReading = (typeof GIFT_READINGS)[number];

interface Attribute {
  name: string;
  value: string;
}

/**
 * The personal part of an order that signs of a gift are read from, at the border and in memory alone: whoever has read
 * it keeps the reading and nothing else. Null where the source withholds a part.
 */
export interface GiftEvidence {
  shipping: AddressName | null;
  billing: AddressName | null;
  note: string | null;
  attributes: readonly Attribute[] | null;
  lines: readonly { title: string; attributes: readonly Attribute[] }[];
}

/** The strongest sign decides; texts and names end here. */
export function readGift(evidence: GiftEvidence): GiftReading {
  const signals = signalsOf(evidence);
  const confidence: GiftConfidence | null = giftConfidence(signals);
  if (confidence !== null) return confidence;
  return Object.values(signals).includes(null) ? "unknown" : "none";
}

function signalsOf({ shipping, billing, note, attributes, lines }: GiftEvidence): GiftSignals {
  const ofLines = lines.flatMap((line) => line.attributes);
  const marks = [...(attributes ?? []), ...ofLines];
  return {
    namesDiffer: doNamesDiffer(shipping, billing),
    hasGiftNote: note === null ? null : speaksOfGift(note),
    hasGiftWrap: lines.some(({ title }) => isGiftWrap(title)) || ofLines.some(({ name, value }) => namesGiftWrap(name, value)),
    hasGiftAttribute: marks.some(({ name, value }) => isGiftAttribute(name, value)) || (attributes === null ? null : false),
  };
}
