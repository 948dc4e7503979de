import { describeTogether } from "./describe-evidence";
import type { CompanionFigures } from "./companion-figures";

/** A product bought with another, with the counts behind it. */
export interface CompanionInsight extends CompanionFigures {
  title: string;
  imageUrl: string | null;
  /** "bought together in 31 of 120 orders with Mug; about 9 expected by chance" */
  reason: string;
  isPinned: boolean;
  isExcluded: boolean;
}

export interface InsightQuestion {
  /** The product asked about. */
  title: string;
  /** Of the shop; a companion that is not there is left out. */
  products: ReadonlyMap<number, { title: string; imageUrl: string | null }>;
  /** What staff say of a companion. */
  choice: (productId: number) => "pin" | "exclude" | undefined;
  limit: number;
}

/** Companions as staff read them: staff's pins and then in the order given, at most `limit`. */
export function companionInsights(figures: readonly CompanionFigures[], { title, products, choice, limit }: InsightQuestion): CompanionInsight[] {
  return figures
    .flatMap((figure): CompanionInsight[] => {
      const product = products.get(figure.productId);
      const chosen = choice(figure.productId);
      if (!product) return [];
      return [{ ...figure, title: product.title, imageUrl: product.imageUrl, reason: describeTogether(figure, title, "en"), isPinned: chosen === "pin", isExcluded: chosen === "exclude" }];
    })
    .sort((one, other) => Number(other.isPinned) - Number(one.isPinned))
    .slice(0, limit);
}
