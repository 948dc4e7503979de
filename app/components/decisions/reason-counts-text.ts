const texts: Record<string, string> = {
  chosen: "An offer was made",
  noOffers: "No offer was active",
  switchedOff: "The placement is switched off",
  planLimit: "The plan’s limit was reached",
  capReached: "The cap on charges was reached",
  holdOut: "The customer is in the hold-out",
  otherCurrency: "Paid in another currency",
  alreadyDecided: "Decided on before",
  optedOut: "The customer asked not to be shown offers",
  openCase: "A return, refund or dispute was open",
  quietAfterCase: "Too soon after a return, refund or dispute",
  firstOrder: "A first order: only thanked",
  funnelEnded: "The purchase had seen as many pages as it may",
  quietAfterAcceptance: "Too soon after a yes",
  quietAfterDecline: "Too soon after a no",
  impressionCap: "The customer had seen enough offers",
  notActive: "The offer wasn’t active",
  notScheduled: "Outside the offer’s schedule",
  ruleNotMet: "The order didn’t meet the offer’s rule",
  ruleUnknown: "The page couldn’t know what the rule asks",
  declinedBefore: "The customer declined the offer before",
  declinedOffer: "The customer said no to the offer before",
  acceptedBefore: "The offer was accepted on this purchase already",
  noProduct: "None of the offer’s products could be offered",
  nothingFound: "The offer’s strategy found no product",
  onlyAfterDecline: "The offer only answers a decline",
  notAfterDecline: "After a no only a downsell is shown",
  lowerPriority: "Another offer stands higher",
  lessValue: "Another offer was expected to bring more",
  notForPlacement: "The page can’t show this kind of offer",
  livesElsewhere: "The offer is open at another placement",
  thanked: "The customer was thanked",
  onlyThanks: "The customer was only thanked",
  giftOrder: "The order is a gift",
};

/** What was decided, in a few words; codes of later versions stand for themselves. */
export function countedReasonText(code: string): string {
  return Object.hasOwn(texts, code) ? texts[code] ?? code : code;
}

/** Every reason that the list can be filtered by. */
export const reasonOptions = Object.entries(texts).map(([value, label]) => ({ value, label }));
