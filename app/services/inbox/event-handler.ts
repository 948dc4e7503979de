import type { PendingEvent } from "../../data/inbox/inbox.server";
import type { Installation } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";

/**
 * Applies events of one kind, any number of them, in any order, once or several times: the outcome is the same.
 * Throws when any of them could not be applied; they are then tried one by one.
 */
export type MirrorHandler = (installation: Installation, events: readonly PendingEvent[], now: Date) => Promise<void>;

/** Also for shops that have uninstalled: needs neither a token nor a row of the shop. */
export type ShopHandler = (shop: ShopId, events: readonly PendingEvent[], now: Date) => Promise<void>;
