import type { Family } from "./ladder-index";

export interface Rung {
  productId: number;
  title: string;
  imageUrl: string | null;
  priceMinor: number;
  /** The product that was asked about. */
  isAsked: boolean;
}

/** The rungs of a family around one of its products, cheapest first: at most `around` below it and `around` above. */
export function rungsAround({ rungs }: Pick<Family, "rungs">, productId: number, around: number): Rung[] {
  const place = rungs.findIndex(({ product }) => product.id === productId);
  return rungs.slice(Math.max(0, place - around), place + around + 1).map(({ product, priceMinor }) => ({
    productId: product.id, title: product.title, imageUrl: product.imageUrl, priceMinor, isAsked: product.id === productId,
  }));
}
