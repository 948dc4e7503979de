import { createContext, useContext } from "react";
import type { LeafKind } from "./leaf-form";

export interface NamedResource {
  id: number;
  title: string;
  imageUrl: string | null;
}

export interface RuleContextValue {
  currency: string;
  /** Titles of what the rule names by id; a missing one is shown by its id. */
  named: { product: ReadonlyMap<number, NamedResource>; variant: ReadonlyMap<number, NamedResource>; collection: ReadonlyMap<number, NamedResource> };
  learn: (kind: "product" | "variant" | "collection", resources: NamedResource[]) => void;
  /** The first message at this path, or at anything below it. */
  messageAt: (path: string, reach?: "exact" | "below") => string | undefined;
  /** Which of the offer’s placements cannot know what a kind of condition asks, if any: a word beside it in the list of conditions. */
  unknownNote: (kind: LeafKind) => string | undefined;
  /** A sentence when the placement cannot know what this condition asks. */
  unknownAt: (path: string) => string | undefined;
}

export const RuleContext = createContext<RuleContextValue | null>(null);

export function useRuleContext(): RuleContextValue {
  const value = useContext(RuleContext);
  if (!value) throw new Error("Conditions are edited inside a RuleContext.");
  return value;
}
