import type { Companion } from "./sources";

export type StaffChoice = "pin" | "exclude";

/** What staff say of companions: by product of the order, then companion. */
export type StaffChoices = ReadonlyMap<number, ReadonlyMap<number, StaffChoice>>;

/** Above any score. */
const PINNED = 1e6;
const nothing: ReadonlySet<number> = new Set();

/** The products that staff leave out beside any of these. */
export function leftOutWith(productIds: readonly number[], choices: StaffChoices): ReadonlySet<number> {
  return choices.size === 0 ? nothing : new Set(productIds.flatMap((id) => chosenFor(id, "exclude", choices)));
}

/**
 * Puts what staff pinned to the products of an order before what was found, found or not: a pin needs no evidence. What
 * staff left out beside another product of the order stays out, and so does what is in the order already.
 */
export function withPins(productIds: readonly number[], found: readonly Companion[], choices: StaffChoices): Companion[] {
  if (choices.size === 0) return [...found];
  const own = new Set(productIds);
  const leftOut = leftOutWith(productIds, choices);
  const pinnedFor = new Map(productIds.flatMap((id) => chosenFor(id, "pin", choices).map((pinned) => [pinned, id] as const)));
  const known = new Map(found.map((companion) => [companion.productId, companion]));
  const pins = [...pinnedFor].flatMap(([productId, withProductId]): Companion[] => {
    if (own.has(productId) || leftOut.has(productId)) return [];
    const held = known.get(productId) ?? { productId, score: 0, orders: 0, ofOrders: 0, expected: 0, customers: 0 };
    return [{ ...held, withProductId, score: held.score + PINNED, isPinned: true }];
  });
  pins.sort((one, other) => other.score - one.score || one.productId - other.productId);
  return [...pins, ...found.filter(({ productId }) => !leftOut.has(productId) && (!pinnedFor.has(productId) || own.has(productId)))];
}

function chosenFor(productId: number, wanted: StaffChoice, choices: StaffChoices): number[] {
  return [...(choices.get(productId) ?? [])].flatMap(([companionId, choice]) => (choice === wanted ? [companionId] : []));
}

/** A choice of staff as they see it listed. */
export interface ChosenByHand {
  /** Null for any product. */
  productId: number | null;
  /** "" for a product that is gone. */
  productTitle: string;
  companionId: number;
  companionTitle: string;
  imageUrl: string | null;
  choice: StaffChoice;
  /** "you" is who asks; null where it was not noted. */
  by: "you" | "other" | null;
  /** ISO 8601. */
  at: string;
}
