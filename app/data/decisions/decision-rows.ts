import { z } from "zod";
import type { Change, PresentedOffer } from "../../domain/decisions/contract";
import { Placement } from "../../domain/offers/placement";
import type { OrderFacts } from "../../domain/orders/order-facts";
import { BlockRow, VariantRow } from "./block-rows";

export const AcceptanceState = z.enum(["signed", "applied", "unpaid", "failed", "confirmed"]);
export type AcceptanceState = z.infer<typeof AcceptanceState>;

const Discount = z.object({ value: z.number(), valueType: z.enum(["percentage", "fixed_amount"]), title: z.string() });

const ChangeRow = z.discriminatedUnion("type", [
  z.object({ type: z.literal("add_variant"), variantId: z.int(), quantity: z.int(), discount: Discount.optional() }),
  z.object({ type: z.literal("add_shipping_line"), price: z.number(), title: z.string(), presentmentTitle: z.string() }),
]) satisfies z.ZodType<Change>;

const PresentedRow = z.object({
  offerId: z.string(),
  offerVersion: z.int(),
  title: z.string(),
  body: z.string(),
  productId: z.int(),
  productTitle: z.string(),
  productImageUrl: z.string().nullable(),
  currency: z.string(),
  currencyExponent: z.int(),
  variants: z.array(VariantRow),
  discount: Discount.nullable(),
  shippingMinor: z.int(),
}) satisfies z.ZodType<PresentedOffer>;

const FactsRow = z.object({
  referenceId: z.string(),
  currency: z.string(),
  countryCode: z.string().nullable(),
  locale: z.string(),
  totalMinor: z.int(),
  lines: z.array(z.object({
    productId: z.int(),
    variantId: z.int(),
    quantity: z.int(),
    totalMinor: z.int(),
    catalogue: z.object({
      collectionIds: z.array(z.int()),
      tags: z.array(z.string()),
      vendor: z.string(),
      productType: z.string(),
    }).nullable(),
  })),
  customerKey: z.string().nullable(),
  priorOrders: z.int().nullable(),
  discountCodes: z.array(z.string()).nullable(),
}) satisfies z.ZodType<OrderFacts>;

const AcceptanceRow = z.object({
  variantId: z.int(),
  quantity: z.int(),
  jti: z.string(),
  issuedAt: z.coerce.date(),
  changes: z.array(ChangeRow),
  state: AcceptanceState,
});
/** What was signed for a decision, and what became of it. */
export type Acceptance = z.infer<typeof AcceptanceRow>;

const DecisionRow = z.object({
  id: z.string(),
  placement: Placement,
  step: z.int(),
  referenceId: z.string(),
  customerKey: z.string().nullable(),
  outcome: z.enum(["offered", "nothing"]),
  offerId: z.string().nullable(),
  offerVersion: z.int().nullable(),
  facts: FactsRow,
  presented: PresentedRow.nullable(),
  block: BlockRow.nullable(),
  expiresAt: z.coerce.date(),
  impressionAt: z.coerce.date().nullable(),
  declinedAt: z.coerce.date().nullable(),
  acceptance: AcceptanceRow.nullable(),
});
/** A decision as it was stored, with its acceptance. */
export type StoredDecision = z.infer<typeof DecisionRow>;

/** For `decisions d left join acceptances a`. */
export const decisionColumns = `
  d.id, d.placement, d.step, d.reference_id as "referenceId", d.customer_key as "customerKey", d.outcome, d.offer_id as "offerId", d.offer_version as "offerVersion",
  d.facts, d.presented, d.block, d.expires_at as "expiresAt", d.impression_at as "impressionAt", d.declined_at as "declinedAt",
  case when a.decision_id is not null then jsonb_build_object(
    'variantId', a.variant_id, 'quantity', a.quantity, 'jti', a.jti, 'issuedAt', a.issued_at,
    'changes', a.changes, 'state', a.state) end as acceptance`;

/** Throws when a stored decision does not fit, which is a bug. */
export function parseDecision(row: unknown): StoredDecision {
  return DecisionRow.parse(row);
}
