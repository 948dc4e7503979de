import type { PoolClient } from "pg";
import { z } from "zod";
import { PLANS } from "../../domain/billing/plans";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { changeOffers } from "../offers/change-offers.server";

type Queryable = Pick<PoolClient, "query">;

const BillingAccount = z.object({
  plan: z.enum(PLANS),
  status: z.enum(["none", "active", "frozen"]),
  subscriptionId: z.number().nullable(),
  lineItemId: z.string().nullable(),
  isTest: z.boolean(),
  currency: z.string(),
  /** When the subscription was first seen in force. */
  subscribedAt: z.date().nullable(),
  trialEndsAt: z.date().nullable(),
  periodEndsAt: z.date().nullable(),
  capMinor: z.number().nullable(),
  usedMinor: z.number().nullable(),
  trialStartedAt: z.date().nullable(),
  creditMinor: z.number(),
  paused: z.enum(["planLimit", "capReached"]).nullable(),
  billedTo: z.date().nullable(),
  syncedAt: z.date().nullable(),
});
export type BillingAccount = z.infer<typeof BillingAccount>;

const none: BillingAccount = {
  plan: "free", status: "none", subscriptionId: null, lineItemId: null, isTest: false, currency: "USD", subscribedAt: null, trialEndsAt: null,
  periodEndsAt: null, capMinor: null, usedMinor: null, trialStartedAt: null, creditMinor: 0, paused: null, billedTo: null, syncedAt: null,
};

/** The Free plan where nothing is known of the shop yet. */
export async function readAccount(shop: ShopId, client: Queryable = pool): Promise<BillingAccount> {
  const { rows } = await client.query({
    name: "read-billing-account",
    text: `select plan, status, subscription_id as "subscriptionId", line_item_id as "lineItemId", is_test as "isTest", currency, subscribed_at as "subscribedAt",
             trial_ends_at as "trialEndsAt", period_ends_at as "periodEndsAt", cap_minor as "capMinor", used_minor as "usedMinor", trial_started_at as "trialStartedAt",
             credit_minor as "creditMinor", paused, billed_to as "billedTo", synced_at as "syncedAt"
           from billing_accounts where shop = $1`,
    values: [shop],
  });
  return rows[0] ? BillingAccount.parse(rows[0]) : none;
}

/** What Shopify says; everything that Encore itself keeps of the account stays. */
export type AtShopify = Omit<BillingAccount, "creditMinor" | "paused">;

export async function saveAccount(shop: ShopId, at: AtShopify, client: Queryable = pool): Promise<void> {
  await client.query(
    `insert into billing_accounts (shop, plan, status, subscription_id, line_item_id, is_test, currency, subscribed_at, trial_ends_at, period_ends_at, cap_minor,
       used_minor, trial_started_at, billed_to, synced_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (shop) do update set plan = excluded.plan, status = excluded.status, subscription_id = excluded.subscription_id,
       line_item_id = excluded.line_item_id, is_test = excluded.is_test, currency = excluded.currency, subscribed_at = excluded.subscribed_at,
       trial_ends_at = excluded.trial_ends_at, period_ends_at = excluded.period_ends_at, cap_minor = excluded.cap_minor, used_minor = excluded.used_minor,
       trial_started_at = excluded.trial_started_at, billed_to = excluded.billed_to, synced_at = excluded.synced_at`,
    [shop, at.plan, at.status, at.subscriptionId, at.lineItemId, at.isTest, at.currency, at.subscribedAt, at.trialEndsAt, at.periodEndsAt, at.capMinor,
      at.usedMinor, at.trialStartedAt, at.billedTo, at.syncedAt],
  );
}

/** Nobody else changes the shop's account or its periods until the transaction ends. */
export async function lockBilling(shop: ShopId, client: Queryable): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('billing:' || $1, 0))", [shop]);
}

export async function saveBilledTo(shop: ShopId, billedTo: Date, client: Queryable): Promise<void> {
  await client.query("update billing_accounts set billed_to = $2 where shop = $1", [shop, billedTo]);
}

export async function saveCredit(shop: ShopId, creditMinor: number, client: Queryable): Promise<void> {
  await client.query("update billing_accounts set credit_minor = $2 where shop = $1", [shop, creditMinor]);
}

/** Deciding depends on it, so the shop's revision rises with it. */
export async function savePause(shop: ShopId, paused: BillingAccount["paused"]): Promise<void> {
  await changeOffers(shop, (client) => client.query(
    "insert into billing_accounts (shop, paused) values ($1, $2) on conflict (shop) do update set paused = excluded.paused", [shop, paused],
  ));
}

/** Installed shops whose limits may have been passed, or left behind: those where something was accepted since, and those that are paused. */
export async function listShopsToReview(since: Date): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    `select s.shop from shops s left join billing_accounts b on b.shop = s.shop
     where s.uninstalled_at is null
       and (b.paused is not null or exists (select from ledger_entries e where e.shop = s.shop and e.recorded_at >= $1))`,
    [since],
  );
  return rows.map(({ shop }) => shop);
}

/** Installed shops with a subscription; `usage` alone where only those are charged. */
export async function listSubscribedShops(plan?: "usage"): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    `select s.shop from shops s join billing_accounts b on b.shop = s.shop
     where s.uninstalled_at is null and b.plan <> 'free' and ($1::text is null or b.plan = $1) order by s.shop`,
    [plan ?? null],
  );
  return rows.map(({ shop }) => shop);
}
