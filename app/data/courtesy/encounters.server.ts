import { z } from "zod";
import type { Encounter } from "../../domain/courtesy/history";
import { Placement } from "../../domain/offers/placement";

const moment = z.coerce.date();
const EncounterRow = z.object({
  offerId: z.string(),
  placement: Placement,
  referenceId: z.string(),
  step: z.union([z.literal(1), z.literal(2)]),
  prices: z.array(z.object({ productId: z.number(), variantId: z.number(), unitMinor: z.number() })),
  offeredAt: moment,
  expiresAt: moment,
  shownAt: moment.nullable(),
  declinedAt: moment.nullable(),
  acceptedAt: moment.nullable(),
}) satisfies z.ZodType<Encounter>;

/** An encounter as `encounterJson` makes it; throws when it does not fit, which is a bug. */
export function parseEncounter(row: unknown): Encounter {
  return EncounterRow.parse(row);
}

/** For `decisions d left join acceptances a` with the outcome "offered". A block shows several products, or none; its choice is a yes once an order has it. */
export const encounterJson = `jsonb_build_object(
  'offerId', d.offer_id, 'placement', d.placement, 'referenceId', d.reference_id, 'step', d.step,
  'prices', coalesce(case when d.block is null
    then (select jsonb_agg(jsonb_build_object('productId', d.presented->'productId', 'variantId', v->'variantId', 'unitMinor', v->'discountedMinor'))
          from jsonb_array_elements(d.presented->'variants') v)
    else (select jsonb_agg(jsonb_build_object('productId', p->'productId', 'variantId', v->'variantId', 'unitMinor', v->'discountedMinor'))
          from jsonb_array_elements(d.block->'products') p, jsonb_array_elements(p->'variants') v) end, '[]'),
  'offeredAt', d.decided_at, 'expiresAt', d.expires_at, 'shownAt', d.impression_at, 'declinedAt', d.declined_at,
  'acceptedAt', coalesce(case when a.state <> 'failed' then a.issued_at end, case when d.block is not null then
    (select min(c.confirmed_at) from offer_claims c where c.shop = d.shop and c.decision_id = d.id) end))`;
