/** SQL, for `decisions d`: the offer asked to buy again, in any of its versions. */
export const isReorderOffer = `exists (
  select from offer_versions v where v.shop = d.shop and v.offer_id = d.offer_id and v.content#>>'{strategy,kind}' = 'reorder')`;
