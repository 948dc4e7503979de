import { v7 as uuid } from "uuid";
import type { Decision } from "../../domain/decisions/decision";
import type { Placement } from "../../domain/offers/placement";
import type { OrderFacts } from "../../domain/orders/order-facts";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { StoredDecision } from "./decision-rows";
import { decisionColumns, parseDecision } from "./decision-rows";

export interface NewDecision {
  placement: Placement;
  step: 1 | 2;
  facts: OrderFacts;
  decision: Decision;
  decidedAt: Date;
  expiresAt: Date;
}

/**
 * The id of the stored decision; null when another request has just decided the same step of the same purchase. The
 * order may have arrived before it was asked about, and no later event may follow: then the two are tied here.
 */
export async function insertDecision(shop: ShopId, decided: NewDecision): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({
    name: "insert_decision",
    text: `insert into decisions
             (id, offer_id, offer_version, outcome, facts, reasons, presented, currency, customer_key, decided_at, expires_at, block,
              shop, placement, reference_id, step, order_id, is_test)
           select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, o.id, coalesce(o.test, false)
           from (values (1)) as one(decision) left join lateral (
             select id, test from orders where shop = $13 and checkout_token = $15 limit 1) o on true
           on conflict (shop, placement, reference_id, step) do nothing
           returning id`,
    values: [...decisionValues(decided), shop, decided.placement, decided.facts.referenceId, decided.step],
  });
  return rows[0]?.id ?? null;
}

/**
 * Puts a new decision, with an id of its own, in the place of one that nobody has seen; null when it has been seen or
 * answered by now. What was offered under the old id can no longer be accepted.
 */
export async function replaceUnseenDecision(shop: ShopId, oldId: string, decided: NewDecision): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({
    name: "replace_unseen_decision",
    text: `update decisions d set
             id = $1, offer_id = $2, offer_version = $3, outcome = $4, facts = $5, reasons = $6, presented = $7,
             currency = $8, customer_key = $9, decided_at = $10, expires_at = $11, block = $12
           where d.shop = $13 and d.id = $14 and d.impression_at is null and d.declined_at is null
             and not exists (select from acceptances a where a.shop = d.shop and a.decision_id = d.id)
             and not exists (select from offer_claims c where c.shop = d.shop and c.decision_id = d.id)
           returning d.id`,
    values: [...decisionValues(decided), shop, oldId],
  });
  return rows[0]?.id ?? null;
}

function decisionValues({ facts, decision, decidedAt, expiresAt }: NewDecision): unknown[] {
  const { chosen, shown } = decision;
  const offer = chosen?.offer ?? shown?.offer;
  const reasons = { general: decision.general, ...(decision.courtesy ? { courtesy: decision.courtesy } : {}), candidates: decision.candidates };
  return [
    uuid(), offer?.id ?? null, offer?.version ?? null, decision.outcome,
    JSON.stringify(facts), JSON.stringify(reasons), chosen ? JSON.stringify(chosen.presented) : null,
    facts.currency, facts.customerKey, decidedAt, expiresAt, shown ? JSON.stringify(shown.block) : null,
  ];
}

/** Null when this shop made no such decision. */
export async function findDecision(shop: ShopId, id: string): Promise<StoredDecision | null> {
  const { rows } = await pool.query({
    name: "find_decision",
    text: `select ${decisionColumns}
           from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
           where d.shop = $1 and d.id = $2`,
    values: [shop, id],
  });
  return rows[0] ? parseDecision(rows[0]) : null;
}

/** Notes when an offer was first seen; a repetition, or a decision of another purchase, changes nothing. */
export async function recordImpression(shop: ShopId, id: string, referenceId: string, now: Date): Promise<void> {
  await pool.query({
    name: "record_impression",
    text: `update decisions set impression_at = $4
           where shop = $1 and id = $2 and reference_id = $3 and outcome = 'offered' and impression_at is null`,
    values: [shop, id, referenceId, now],
  });
}

/** Notes a decline, which also proves that the offer was seen; after an acceptance it changes nothing. */
export async function recordDecline(shop: ShopId, id: string, referenceId: string, now: Date): Promise<void> {
  await pool.query({
    name: "record_decline",
    text: `update decisions d set declined_at = $4, impression_at = coalesce(d.impression_at, $4)
           where d.shop = $1 and d.id = $2 and d.reference_id = $3 and d.outcome = 'offered' and d.declined_at is null
             and not exists (select from acceptances a where a.shop = d.shop and a.decision_id = d.id and a.state <> 'failed')`,
    values: [shop, id, referenceId, now],
  });
}
