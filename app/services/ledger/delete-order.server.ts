import { inTransaction } from "../../data/database.server";
import { appendEntries, listTracedEntries } from "../../data/ledger/ledger.server";
import { forgetOrder } from "../../data/orders/order-queries.server";
import { deletionEntries } from "../../domain/ledger/deletion";
import type { ShopId } from "../../domain/shops/shop-id";

/**
 * Forgets an order that Shopify deleted, for good, and takes back what it earned: its entries stay and one more brings each
 * acceptance to nothing, on a bill as well. What shoppers saw and took stays counted, as after a cancellation.
 */
export async function deleteOrder(shop: ShopId, orderId: number, deletedAt: Date): Promise<void> {
  await inTransaction(async (client) => {
    // Waits for who settles the order, and nobody settles it after.
    await forgetOrder(shop, orderId, deletedAt, client);
    await appendEntries(shop, orderId, deletionEntries(await listTracedEntries(shop, orderId, client), deletedAt), deletedAt, client);
  });
}
