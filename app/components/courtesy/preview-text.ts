/** What a policy would have changed for the customer who saw most offers. */
export interface PreviewFigures {
  seen: number;
  wouldHaveSeen: number;
  days: number;
}

/** The live example as a sentence. */
export function previewText({ seen, wouldHaveSeen, days }: PreviewFigures): string {
  if (seen === 0) return `No customer has seen an offer in the last ${days} days. Once some have, an example of your own shop stands here.`;
  if (wouldHaveSeen >= seen) {
    return seen === 1
      ? `With these limits, nothing changes for your busiest customer of the last ${days} days, who saw 1 offer.`
      : `With these limits, your busiest customer of the last ${days} days would still have seen all ${seen} offers.`;
  }
  const would = wouldHaveSeen === 0 ? "no offer" : wouldHaveSeen === 1 ? "1 offer" : `${wouldHaveSeen} offers`;
  return `With these limits, your busiest customer of the last ${days} days would have seen ${would} instead of ${seen}.`;
}
