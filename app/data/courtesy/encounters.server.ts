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

/** For `decisions d left join acceptances a` with the outcome "offered". */
export const encounterJson = `jsonb_build_object(
  'offerId', d.offer_id, 'placement', d.placement, 'referenceId', d.reference_id, 'step', d.step,
  'prices', (select jsonb_agg(jsonb_build_object('productId', d.presented->'productId', 'variantId', v->'variantId', 'unitMinor', v->'discountedMinor'))
             from jsonb_array_elements(d.presented->'variants') v),
  'offeredAt', d.decided_at, 'expiresAt', d.expires_at, 'shownAt', d.impression_at, 'declinedAt', d.declined_at,
  'acceptedAt', case when a.state <> 'failed' then a.issued_at end)`;
