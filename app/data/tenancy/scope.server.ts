import { AsyncLocalStorage } from "node:async_hooks";
import type { ShopId } from "../../domain/shops/shop-id";

/** Null while nobody knows yet whose work it is, and for what spans shops: receiving webhooks, the schedule, migrations. */
interface Scope {
  shop: ShopId | null;
}

/** The server and the routes are two bundles of one process, each with a copy of this module; they must share the scope. */
const shared = globalThis as typeof globalThis & { encoreScopes?: AsyncLocalStorage<Scope> };
const scopes = (shared.encoreScopes ??= new AsyncLocalStorage<Scope>());

/** Runs a request's work; until `confineTo` names its shop, no row is hidden from it. */
export function withScope<T>(work: () => T): T {
  return scopes.run({ shop: null }, work);
}

/** Runs work to which the database shows nothing but this shop's rows, nor takes others from it. */
export function withinShop<T>(shop: ShopId, work: () => T): T {
  return scopes.run({ shop }, work);
}

/**
 * Confines the request under way to the shop that its credential names, as `withinShop` does; work outside of
 * `withScope` is left as it is. Throws when the request is another shop's already.
 */
export function confineTo(shop: ShopId): void {
  const scope = scopes.getStore();
  if (!scope) return;
  if (scope.shop !== null && scope.shop !== shop) throw new Error("A request may not speak for two shops");
  scope.shop = shop;
}

/** The shop that the work under way is confined to. */
export function scopedShop(): ShopId | null {
  return scopes.getStore()?.shop ?? null;
}
