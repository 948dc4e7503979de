/** Impressions, and acceptances among them. */
export interface Trials {
  shown: number;
  accepted: number;
}

/** Before a shop has its own: 3 of 100 impressions, worth a hundred. An assumption, soon outweighed. */
const PRIOR: Trials = { shown: 100, accepted: 3 };
/** Impressions of its own at which a product's rate counts as much as the shop's. */
const SHRINKAGE = 100;

/** A shop's mean chance that an offer is accepted. */
export function shopChance({ shown, accepted }: Trials): number {
  return (accepted + PRIOR.accepted) / (shown + PRIOR.shown);
}

/**
 * The chance that one candidate is accepted: its own rate, shrunk to the shop's mean times its relevance, so that one
 * lucky sale proves nothing and a candidate without a past is judged by how well it fits.
 */
export function acceptanceChance(own: Trials, shop: Trials, relevance: number): number {
  return (own.accepted + SHRINKAGE * shopChance(shop) * relevance) / (own.shown + SHRINKAGE);
}
