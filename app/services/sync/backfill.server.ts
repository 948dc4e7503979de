import { findRun, saveRun, withRunLock } from "../../data/sync/sync-runs.server";
import type { SyncRun } from "../../data/sync/sync-runs.server";
import type { Installation } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { ExportUnreadable, fetchExportState, startExport } from "../../shopify/sync/bulk.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";
import { findInstalledShop } from "../shops/shop-settings.server";
import { queueBackfill } from "./backfill-jobs.server";
import { backfillSteps } from "./backfill-kinds.server";
import type { BackfillKind, BackfillSteps } from "./backfill-kinds.server";
import { loadExport } from "./load-export.server";

const maxAttempts = 5;
/** Shopify also says by webhook when an export is ready; this is for the case that the webhook is lost. */
const pollMs = 2_000;
const busyPauseMs = 30_000;
const retryPauseMs = 10_000;

/**
 * Takes an import as far as it can go now and queues what is to follow: ask for the export, wait for it, load it. May be
 * called at any time, by any number of processes; ended at any point it goes on from there.
 */
export async function advanceBackfill(shop: ShopId, runId: string, signal: AbortSignal): Promise<void> {
  await withRunLock(shop, runId, async () => {
    const installation = await findInstalledShop(shop);
    const run = await findRun(shop, runId);
    if (!installation || !run || run.kind === "reconciliation" || run.finishedAt) return;
    try {
      await advance(installation, run, run.kind, signal);
    } catch (thrown) {
      if (thrown instanceof ExportUnreadable && !signal.aborted) await tryAgain(shop, run, thrown.code, thrown.message);
      else if (isFinal(thrown)) await fail(shop, run, messageFor(thrown, backfillSteps[run.kind]));
      else throw thrown;
    }
  });
}

async function advance(installation: Installation, run: SyncRun, kind: BackfillKind, signal: AbortSignal): Promise<void> {
  const { shop } = installation;
  const steps = backfillSteps[kind];
  if (run.bulkOperationId === null) return begin(installation, run, steps);

  const state = await fetchExportState(shop, run.bulkOperationId);
  if (state.code === "running") {
    await saveRun(shop, run.id, { status: "waiting", objectCount: state.objectCount });
    await queueBackfill(shop, run.id, pollMs);
    return;
  }
  if (state.code === "failed") return tryAgain(shop, run, "useless", state.message);

  await saveRun(shop, run.id, { status: "loading", objectCount: state.objectCount });
  await loadExport(installation, run, steps, state, signal);
  await saveRun(shop, run.id, { status: "done", error: null, finishedAt: new Date() });
  log.info({ shop, kind, lines: state.objectCount }, "an import is complete");
}

async function begin(installation: Installation, run: SyncRun, steps: BackfillSteps): Promise<void> {
  const { shop } = installation;
  await steps.prepare(installation);
  const start = await startExport(shop, steps.query);
  if (start.code === "busy") {
    await queueBackfill(shop, run.id, busyPauseMs);
    return;
  }
  if (start.code === "refused") {
    await fail(shop, run, `Shopify refused the import: “${start.message}”`);
    return;
  }
  await saveRun(shop, run.id, { status: "waiting", bulkOperationId: start.bulkOperationId, linesDone: 0, recordsDone: 0, objectCount: 0 });
  await queueBackfill(shop, run.id, pollMs);
}

/** `broken` reads the same export again from where it stopped, `useless` has another one made. */
async function tryAgain(shop: ShopId, run: SyncRun, code: ExportUnreadable["code"], reason: string): Promise<void> {
  const attempts = run.attempts + 1;
  log.warn({ shop, kind: run.kind, attempts, reason }, "an import is tried again");
  if (attempts >= maxAttempts) {
    await saveRun(shop, run.id, { attempts });
    await fail(shop, run, `The import from Shopify failed ${String(attempts)} times; the last time “${reason}”.`);
    return;
  }
  const again = code === "useless" ? { bulkOperationId: null, status: "requested" as const } : { status: "waiting" as const };
  await saveRun(shop, run.id, { attempts, error: reason, ...again });
  await queueBackfill(shop, run.id, retryPauseMs * 2 ** run.attempts);
}

async function fail(shop: ShopId, run: SyncRun, message: string): Promise<void> {
  log.error({ shop, kind: run.kind, message }, "an import was given up");
  await saveRun(shop, run.id, { status: "failed", error: message, finishedAt: new Date() });
}

function isFinal(thrown: unknown): thrown is ShopifyApiError {
  return thrown instanceof ShopifyApiError && (thrown.code === "accessDenied" || thrown.code === "invalid");
}

function messageFor(error: ShopifyApiError, { scopes }: BackfillSteps): string {
  return error.code === "accessDenied"
    ? `Encore needs the permission “${scopes.join(", ")}”. Grant it in Shopify and try again.`
    : `Shopify refused the import: “${error.message}”`;
}
