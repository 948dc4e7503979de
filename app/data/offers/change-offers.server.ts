import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";

/**
 * Every write of offers and settings goes through here: the shop's revision rises and listeners of `encore_offers` are
 * told, in the same transaction. Taking the revision first also makes the writes of one shop wait for each other.
 */
export async function changeOffers<T>(shop: ShopId, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(async (client) => {
    await client.query("update shops set offers_revision = offers_revision + 1 where shop = $1", [shop]);
    const result = await work(client);
    await client.query("select pg_notify('encore_offers', $1)", [shop]);
    return result;
  });
}
