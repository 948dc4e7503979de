import type { ProductReason } from "../../domain/decisions/decision";
import type { ContentField } from "../../domain/offers/content-diff";
import type { OfferContent, OfferStatus } from "../../domain/offers/offer";
import type { OfferWarning } from "../../domain/offers/validate-for-shop";
import type { NamedResource } from "../rules/rule-context";

export interface ProductCard {
  id: number;
  title: string;
  imageUrl: string | null;
  variants: { id: number; title: string; priceMinor: number }[];
  /** Why it can't be offered just now; null when it can. */
  problem: ProductReason["code"] | null;
}

export interface VersionEntry {
  version: number;
  savedAt: string;
  savedBy: number | null;
  facts: Pick<OfferContent, "name" | "title" | "placements" | "discount" | "quantityLimit" | "shippingMinor" | "schedule">;
  /** What differs from the version before, besides the rule; null where that one is not at hand. */
  changed: ContentField[] | null;
  /** What would change besides the rule if this version were restored now. */
  changedIfRestored: ContentField[];
  /** How its rule differs from that of the version before, in words; null where the one before is not at hand. */
  ruleChanges: string[] | null;
  /** How the rule would change if this version were restored now. */
  ruleIfRestored: string[];
}

/** Everything the offer editor shows; `offer` is null for one not saved yet. */
export interface EditorData {
  offer: { id: string; version: number; status: OfferStatus; content: OfferContent; deletable: boolean } | null;
  currency: string;
  timeZone: string;
  /** Has what Shopify keeps for its Plus plan. */
  isPlus: boolean;
  products: ProductCard[];
  /** Offers besides this one, most preferred first. */
  otherOffers: { id: string; name: string }[];
  named: { product: NamedResource[]; variant: NamedResource[]; collection: NamedResource[] };
  versions: VersionEntry[];
  /** Of the version that is saved. */
  scheduleState: "before" | "live" | "after";
  warnings: OfferWarning[];
  /** A live offer ahead of this one that every order qualifies for; null when there is none. */
  openBefore: { id: string; name: string } | null;
}

/** A fault in what was typed, by where it stands ("rule.conditions.0.tags"). */
export interface FieldIssue {
  path: string;
  message: string;
}

export type SaveReply =
  | { result: "saved"; version: number }
  | { result: "invalid"; issues: FieldIssue[] }
  /** Someone else saved since; nothing was written. */
  | { result: "conflict"; currentVersion: number };
