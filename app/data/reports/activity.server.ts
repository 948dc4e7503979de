import { z } from "zod";
import { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { Span } from "./figures.server";
import { mainReasonSql } from "./main-reason";
import { isReorderOffer } from "./reorder-offers";
import { countsAsSeen, countsAsTaken, isFirstOfOrder, takenJoin, takenState } from "./taken";
import { StoredReasons } from "./stored-reasons";

/** The lists behind the figures of the home page; each holds exactly what its figure counts. */
export type FigureList = "eligible" | "impressions" | "acceptances" | "revenue" | "reorders";
export type ActivityOutcome = "accepted" | "declined" | "seen" | "unseen" | "nothing";

export interface ActivityFilter {
  span: Span | null;
  show: FigureList | null;
  outcome: ActivityOutcome | null;
  placement: Placement | null;
  offerId: string | null;
  /** The one reason by which a decision is counted. */
  reason: string | null;
  /** As on the order ("#1001"), with or without "#". */
  orderName: string;
}

export interface ActivityCursor {
  decidedAt: Date;
  id: string;
}

const outcomes: Record<ActivityOutcome, string> = {
  accepted: `${takenState} in ('signed', 'applied', 'confirmed', 'unpaid')`,
  declined: `d.declined_at is not null and ${takenState} is null`,
  seen: `d.impression_at is not null and d.declined_at is null and ${takenState} is null`,
  unseen: `d.outcome = 'offered' and d.impression_at is null and ${takenState} is null`,
  nothing: "d.outcome = 'nothing'",
};
const lists: Record<FigureList, string> = {
  eligible: isFirstOfOrder,
  impressions: countsAsSeen,
  acceptances: countsAsTaken,
  revenue: "l.net is not null",
  reorders: `${countsAsTaken} and ${isReorderOffer}`,
};

export const ActivityRow = z.object({
  id: z.string(),
  decidedAt: z.date(),
  placement: Placement,
  step: z.number(),
  outcome: z.enum(["offered", "nothing"]),
  orderId: z.number().nullable(),
  orderName: z.string().nullable(),
  /** Shopify deleted the order; its name is what is left of it. */
  isDeleted: z.boolean(),
  /** Its order is a test, or what was chosen is on test orders alone: in no figure. */
  isTest: z.boolean(),
  offerId: z.string().nullable(),
  offerName: z.string().nullable(),
  productTitle: z.string().nullable(),
  /** What a block showed; null on the post-purchase page, and when nothing. */
  blockKind: z.enum(["products", "coupon", "link", "thanks"]).nullable(),
  blockProducts: z.array(z.string()),
  reasons: StoredReasons,
  impressionAt: z.date().nullable(),
  declinedAt: z.date().nullable(),
  acceptance: z.enum(["signed", "applied", "unpaid", "failed", "confirmed"]).nullable(),
  amountMinor: z.number().nullable(),
  netMinor: z.number().nullable(),
  currency: z.string(),
});
export type ActivityRow = z.infer<typeof ActivityRow>;

const selected = `
  d.id, d.decided_at as "decidedAt", d.placement, d.step, d.outcome, d.order_id as "orderId", coalesce(o.name, nullif(x.name, '')) as "orderName", x.id is not null as "isDeleted", d.is_test or coalesce(k.is_test, false) as "isTest", d.offer_id as "offerId",
  f.name as "offerName", d.presented->>'productTitle' as "productTitle", d.block->>'kind' as "blockKind",
  coalesce(jsonb_path_query_array(d.block, '$.products[*].title'), '[]') as "blockProducts", d.reasons, d.impression_at as "impressionAt",
  d.declined_at as "declinedAt", ${takenState} as acceptance, coalesce(a.amount_minor, k.amount_minor) as "amountMinor", l.net::bigint as "netMinor", d.currency`;
const joined = `
  decisions d
  left join acceptances a on a.shop = d.shop and a.decision_id = d.id
  ${takenJoin}
  left join orders o on o.shop = d.shop and o.id = d.order_id
  left join deleted_orders x on x.shop = d.shop and x.id = d.order_id
  left join offers f on f.shop = d.shop and f.id = d.offer_id
  left join lateral (
    select sum(e.amount_minor - e.tax_minor) as net from ledger_entries e
    where e.shop = d.shop and e.decision_id = d.id
  ) l on ${takenState} is not null`;

/** With it a cursor stands behind every decision of its moment. */
const leastId = "00000000-0000-0000-0000-000000000000";

/**
 * Where a search ends that no index helps: before the so many decisions that come next, whether or not they fit. Null when there
 * are no more than that, or when an index leads to what is asked for.
 */
export async function findHorizon(shop: ShopId, filter: ActivityFilter, after: ActivityCursor | null, mostLookedAt: number): Promise<ActivityCursor | null> {
  if (filter.offerId || filter.orderName !== "" || !(filter.show || filter.outcome || filter.placement || filter.reason)) return null;
  const { rows } = await pool.query<{ decidedAt: Date }>(
    `select decided_at as "decidedAt" from decisions
     where shop = $1 and decided_at >= coalesce($2, '-infinity'::timestamptz) and decided_at < coalesce($3, 'infinity'::timestamptz) and decided_at <= coalesce($4, 'infinity'::timestamptz)
     order by decided_at desc offset $5 limit 1`,
    [shop, filter.span?.from ?? null, filter.span?.to ?? null, after?.decidedAt ?? null, mostLookedAt],
  );
  return rows[0] ? { decidedAt: rows[0].decidedAt, id: leastId } : null;
}

/** Decisions, newest first, from after the cursor to the horizon. */
export async function listActivity(shop: ShopId, filter: ActivityFilter, after: ActivityCursor | null, limit: number, horizon: ActivityCursor | null = null): Promise<ActivityRow[]> {
  const values: unknown[] = [shop];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const wanted = ["d.shop = $1"];
  if (filter.span) wanted.push(`d.decided_at >= ${bind(filter.span.from)}`, `d.decided_at < ${bind(filter.span.to)}`);
  if (filter.show) wanted.push(lists[filter.show]);
  if (filter.outcome) wanted.push(outcomes[filter.outcome]);
  if (filter.placement) wanted.push(`d.placement = ${bind(filter.placement)}`);
  if (filter.offerId) wanted.push(`d.offer_id = ${bind(filter.offerId)}::uuid`);
  if (filter.reason) wanted.push(`${mainReasonSql} = ${bind(filter.reason)}`);
  const names = filter.orderName === "" ? null : bind([filter.orderName, `#${filter.orderName}`]);
  if (names) wanted.push(`d.order_id = any(array(select id from orders where shop = $1 and name = any(${names}) union all select id from deleted_orders where shop = $1 and name = any(${names})))`);
  if (after) wanted.push(`(d.decided_at, d.id) < (${bind(after.decidedAt)}, ${bind(after.id)}::uuid)`);
  if (horizon) wanted.push(`d.decided_at >= ${bind(horizon.decidedAt)}`);
  const { rows } = await pool.query(
    `select ${selected} from ${joined} where ${wanted.join(" and ")} order by d.decided_at desc, d.id desc limit ${bind(limit)}`,
    values,
  );
  return rows.map((row) => ActivityRow.parse(row));
}

/** Null when this shop made no such decision. */
export async function findActivity(shop: ShopId, id: string): Promise<ActivityRow | null> {
  const { rows } = await pool.query(`select ${selected} from ${joined} where d.shop = $1 and d.id = $2`, [shop, id]);
  return rows[0] ? ActivityRow.parse(rows[0]) : null;
}
