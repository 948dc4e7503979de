/** SQL, for `decisions d`: the offer asked to buy again, in any of its versions. */
export const isReorderOffer = `d.offer_id in (
  select v.offer_id from offer_versions v where v.shop = d.shop and v.content#>>'{strategy,kind}' = 'reorder')`;
