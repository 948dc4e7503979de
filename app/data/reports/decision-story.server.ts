import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { takenJoin, takenState } from "./taken";

const Line = z.object({ productId: z.number(), quantity: z.number(), totalMinor: z.number() });

/** What a decision was made on, as far as it is shown to staff. */
const Facts = z.object({
  currency: z.string(),
  countryCode: z.string().nullable(),
  totalMinor: z.number(),
  lines: z.array(Line),
  customerKey: z.string().nullable(),
  priorOrders: z.number().nullable(),
  discountCodes: z.array(z.string()).nullable(),
});

const Acceptance = z.object({
  quantity: z.number(),
  amountMinor: z.number(),
  state: z.enum(["signed", "applied", "unpaid", "failed", "confirmed"]),
  errorCode: z.string().nullable(),
  issuedAt: z.date(),
  confirmedAt: z.date().nullable(),
  updatedAt: z.date(),
});

const Entry = z.object({
  id: z.string(),
  kind: z.enum(["accepted", "refund", "cancellation", "unpaid", "deletion", "reversal"]),
  /** Without tax. */
  amountMinor: z.number(),
  taxMinor: z.number(),
  currency: z.string(),
  happenedAt: z.date(),
});

export interface DecisionStory {
  facts: z.infer<typeof Facts>;
  acceptance: z.infer<typeof Acceptance> | null;
  ledger: z.infer<typeof Entry>[];
}

/** What led to a decision and what came of it; null when this shop made no such decision. */
export async function findDecisionStory(shop: ShopId, id: string): Promise<DecisionStory | null> {
  const [decisions, acceptances, entries] = await Promise.all([
    pool.query<{ facts: unknown }>("select facts from decisions where shop = $1 and id = $2", [shop, id]),
    pool.query(
      `select coalesce(a.quantity, k.quantity) as quantity, coalesce(a.amount_minor, k.amount_minor) as "amountMinor", ${takenState} as state, a.error_code as "errorCode",
              coalesce(a.issued_at, k.claimed_at) as "issuedAt", coalesce(a.confirmed_at, k.confirmed_at) as "confirmedAt", coalesce(a.updated_at, k.confirmed_at) as "updatedAt"
       from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id ${takenJoin}
       where d.shop = $1 and d.id = $2 and ${takenState} is not null`,
      [shop, id],
    ),
    pool.query(
      `select e.id, e.kind, e.amount_minor - e.tax_minor as "amountMinor", e.tax_minor as "taxMinor", e.currency, e.happened_at as "happenedAt"
       from ledger_entries e where e.shop = $1 and e.decision_id = $2 order by e.happened_at, e.id`,
      [shop, id],
    ),
  ]);
  const found = decisions.rows[0];
  if (!found) return null;
  return {
    facts: Facts.parse(found.facts),
    acceptance: acceptances.rows[0] ? Acceptance.parse(acceptances.rows[0]) : null,
    ledger: entries.rows.map((row) => Entry.parse(row)),
  };
}

/** Names of these offers, archived ones included. */
export async function listOfferNames(shop: ShopId, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    "select id, name from offers where shop = $1 and id = any($2::uuid[])",
    [shop, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every offer that can be filtered by, by name. */
export async function listOfferChoices(shop: ShopId, limit: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    "select id, name from offers where shop = $1 order by status = 'archived', lower(name), id limit $2",
    [shop, limit],
  );
  return rows;
}
