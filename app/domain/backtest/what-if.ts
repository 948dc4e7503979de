import type { CourtesyHistory, Encounter, ShownPrice } from "../courtesy/history";
import type { PresentedOffer } from "../decisions/contract";
import type { CustomerHistory, Decision } from "../decisions/decision";

/** The history of a customer who has just declined what the page showed; a downsell answers that. */
export function withDecline(history: CustomerHistory, encounters: readonly Encounter[], presented: PresentedOffer, at: Date): CustomerHistory {
  const last = encounters.at(-1);
  const declined = encounters.map((one) => (one === last ? { ...one, declinedAt: at } : one));
  return {
    ...history,
    ...(history.courtesy && { courtesy: { ...history.courtesy, encounters: declined } }),
    declined: { offerId: presented.offerId, productId: presented.productId, prices: pricesOf([presented]) },
  };
}

/** A product as a page shows it. */
export type ShownProduct = Pick<PresentedOffer, "productId" | "variants">;

/** All products that a page shows beside each other; none where it shows no product. */
export function productsShown({ chosen, shown }: Decision): readonly ShownProduct[] {
  if (shown?.block.kind === "products") return shown.block.products;
  return chosen ? [chosen.presented] : [];
}

/** The price of every variant that a page shows. */
export function pricesOf(products: readonly ShownProduct[]): ShownPrice[] {
  return products.flatMap(({ productId, variants }) => variants.map(({ variantId, discountedMinor }) => ({ productId, variantId, unitMinor: discountedMinor })));
}

export function areSame(one: readonly ShownPrice[], other: readonly ShownPrice[]): boolean {
  return one.length === other.length && one.every(({ productId, variantId, unitMinor }, place) => {
    const same = other[place];
    return same?.productId === productId && same.variantId === variantId && same.unitMinor === unitMinor;
  });
}

/** The history of a customer without anything that keeps all offers back, but for what this purchase itself has shown. */
export function withoutLimits(history: CustomerHistory, referenceId: string): CustomerHistory {
  return history.courtesy ? { ...history, courtesy: unlimited(history.courtesy, referenceId) } : history;
}

function unlimited({ purchases, encounters }: CourtesyHistory, referenceId: string): CourtesyHistory {
  return { purchases, encounters: encounters.filter((one) => one.referenceId === referenceId), cases: [], optedOutAt: null };
}
