import type { LeafCondition } from "../../domain/rules/condition";

export type LeafKind = LeafCondition["kind"];
export type MatchKind = "any" | "all" | "none" | "only";

/** A condition while it is being edited: whatever has been typed, fit or not. Keys last as long as the page. */
export interface LeafForm {
  key: string;
  kind: LeafKind;
  match: MatchKind;
  ids: number[];
  texts: string[];
  /** Numbers, amounts, dates or times, by kind. */
  min: string;
  max: string;
  /** What is looked at by name: a metafield's key, a note attribute, the group of a random share. */
  name: string;
  /** Picked from the kind's own short list; "yes" or "no" where it asks a question. */
  choice: string;
  /** For earlier offers: "this" or "any". */
  scope: string;
  /** "In the last … days"; empty for ever. */
  days: string;
}

/** What a new condition starts with, where its kind has a choice. */
const FIRST_CHOICE: Partial<Record<LeafKind, string>> = {
  quantity: "product", purchaseType: "subscription", firstOrder: "yes", loggedIn: "yes", utm: "source", encounter: "impression",
};

let lastKey = 0;
export function nextKey(): string {
  lastKey += 1;
  return `c${lastKey}`;
}

/** An empty condition of this kind. */
export function newLeaf(kind: LeafKind): LeafForm {
  return { key: nextKey(), kind, match: "any", ids: [], texts: [], min: "", max: "", name: "", choice: FIRST_CHOICE[kind] ?? "", scope: "this", days: "" };
}
