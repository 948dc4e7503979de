import { countDeadLetters } from "../../data/inbox/dead-letters.server";
import { findShop } from "../../data/shops/shops.server";
import { findLatestRun } from "../../data/sync/sync-runs.server";
import type { SyncRun } from "../../data/sync/sync-runs.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

export interface SyncProgress {
  state: "notStarted" | "running" | "done" | "failed";
  /** 0 to 1; null while Shopify has not told how much there is. */
  share: number | null;
  /** Products, orders or customers so far. */
  records: number;
  /** For staff, when it failed. */
  error: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface Setup {
  catalogue: SyncProgress;
  orders: SyncProgress;
  /** Their tags. */
  customers: SyncProgress;
  /** Permissions that the app asks for and the shop has not granted. */
  scopesMissing: string[];
  deadLetters: number;
  reconciledAt: Date | null;
}

/** How far the set-up of a shop has come, read from what is there. */
export async function readSetup(shop: ShopId): Promise<Setup> {
  const [found, catalogue, orders, customers, deadLetters] = await Promise.all([
    findShop(shop),
    findLatestRun(shop, "catalogue"),
    findLatestRun(shop, "orders"),
    findLatestRun(shop, "customers"),
    countDeadLetters(shop),
  ]);
  return {
    catalogue: progressOf(catalogue),
    orders: progressOf(orders),
    customers: progressOf(customers),
    scopesMissing: missingScopes(found?.scopes ?? []),
    deadLetters,
    reconciledAt: found?.reconciledAt ?? null,
  };
}

/** Writing something includes reading it. */
function missingScopes(granted: readonly string[]): string[] {
  return env.SCOPES.filter((scope) => !granted.includes(scope) && !granted.includes(scope.replace(/^read_/, "write_")));
}

function progressOf(run: SyncRun | null): SyncProgress {
  if (!run) return { state: "notStarted", share: null, records: 0, error: null, startedAt: null, finishedAt: null };
  const state = run.status === "done" || run.status === "failed" ? run.status : "running";
  const share = run.status === "done" ? 1 : run.status === "loading" && run.objectCount > 0 ? Math.min(1, run.linesDone / run.objectCount) : null;
  return {
    state,
    share,
    records: run.recordsDone,
    error: state === "failed" ? run.error : null,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
  };
}
