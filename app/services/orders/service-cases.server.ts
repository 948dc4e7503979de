import { deleteCase, listOpenCases, saveCases } from "../../data/orders/service-cases.server";
import type { Installation } from "../../data/shops/shops.server";
import type { MirroredCase } from "../../domain/orders/service-case";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { fetchDisputes, fetchDisputesSince, fetchOpenReturns, fetchReturns } from "../../shopify/orders/cases.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";

/** Reads returns anew at Shopify and mirrors them; those that are gone there are forgotten here. */
export function rereadReturns(shop: ShopId, ids: readonly number[]): Promise<void> {
  return reread(shop, "return", ids, fetchReturns);
}

/**
 * Finds the returns and disputes that webhooks missed: all that are open at Shopify, those that are only thought to be,
 * and disputes begun since then. Does nothing of what the shop has not given the permission for, or does not have.
 */
export async function reconcileCases({ shop, scopes }: Pick<Installation, "shop" | "scopes">, since: Date): Promise<void> {
  if (scopes.includes("read_returns")) await unlessDenied(shop, "returns", () => reconcileReturns(shop));
  if (scopes.includes("read_shopify_payments_disputes")) await unlessDenied(shop, "disputes", () => reconcileDisputes(shop, since));
}

async function reconcileReturns(shop: ShopId): Promise<void> {
  const observedAt = new Date();
  const open = await fetchOpenReturns(shop);
  await save(shop, open, observedAt);
  await rereadReturns(shop, without(await listOpenCases(shop, "return"), open));
}

async function reconcileDisputes(shop: ShopId, since: Date): Promise<void> {
  const observedAt = new Date();
  const begun = await fetchDisputesSince(shop, since);
  await save(shop, begun, observedAt);
  await reread(shop, "dispute", without(await listOpenCases(shop, "dispute"), begun), fetchDisputes);
}

/** A shop without Shopify Payments has no disputes to read; that must not keep orders and products from being read. */
async function unlessDenied(shop: ShopId, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof ShopifyApiError && thrown.code === "accessDenied")) throw thrown;
    log.warn({ shop, what, err: thrown }, "Shopify does not let these be read");
  }
}

async function reread(shop: ShopId, kind: MirroredCase["kind"], ids: readonly number[], fetch: (shop: ShopId, ids: readonly number[]) => Promise<MirroredCase[]>): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const observedAt = new Date();
  const found = await fetch(shop, wanted);
  await save(shop, found, observedAt);
  for (const id of without(wanted, found)) await deleteCase(shop, kind, id);
}

function save(shop: ShopId, states: readonly MirroredCase[], observedAt: Date): Promise<void> {
  return saveCases(shop, states.map((state) => ({ state, observedAt })));
}

function without(ids: readonly number[], known: readonly MirroredCase[]): number[] {
  const seen = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !seen.has(id));
}
