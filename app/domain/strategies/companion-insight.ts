import type { CompanionFigures } from "./companion-figures";
import type { StaffChoice } from "./staff-choices";

/** A product that goes with another, with the counts behind it or pinned by staff without any. */
export interface CompanionInsight extends Pick<CompanionFigures, "productId" | "isEnough"> {
  title: string;
  imageUrl: string | null;
  /** Null for a pin that was never bought together with the other. */
  figures: Omit<CompanionFigures, "productId" | "isEnough"> | null;
  isPinned: boolean;
  isExcluded: boolean;
  /** Staff leave it out beside every product, not beside this one alone. */
  isExcludedEverywhere: boolean;
}

export interface InsightQuestion {
  /** Of the shop; a companion that is not there is left out. */
  products: ReadonlyMap<number, { title: string; imageUrl: string | null }>;
  /** What staff say of companions of the product asked about, and of any product. */
  choices: ReadonlyMap<number, StaffChoice>;
  everywhere: ReadonlyMap<number, StaffChoice>;
  limit: number;
}

/** Companions as staff read them: staff's pins, with counts or without, and then in the order given, at most `limit`. */
export function companionInsights(figures: readonly CompanionFigures[], { products, choices, everywhere, limit }: InsightQuestion): CompanionInsight[] {
  const counted = new Set(figures.map(({ productId }) => productId));
  const uncounted = [...choices.keys()].filter((id) => !counted.has(id)).sort((one, other) => one - other);
  const all = [...figures.map(({ productId, isEnough, ...rest }) => ({ productId, isEnough, figures: rest })), ...uncounted.map((productId) => ({ productId, isEnough: false, figures: null }))];
  return all
    .flatMap((one): CompanionInsight[] => {
      const product = products.get(one.productId);
      const isExcludedEverywhere = everywhere.get(one.productId) === "exclude";
      const choice = choices.get(one.productId);
      return product ? [{ ...one, title: product.title, imageUrl: product.imageUrl, isPinned: choice === "pin", isExcluded: isExcludedEverywhere || choice === "exclude", isExcludedEverywhere }] : [];
    })
    .sort((one, other) => Number(other.isPinned) - Number(one.isPinned))
    .slice(0, limit);
}
