import { z } from "zod";
import { forgetCustomerTags, saveCustomerTags } from "../../data/customers/customer-tags.server";
import { inTransaction } from "../../data/database.server";
import type { Installation } from "../../data/shops/shops.server";
import { findLatestRun } from "../../data/sync/sync-runs.server";
import { customerKeyOf } from "../../domain/orders/customer-key";
import { gid, parseRecord } from "../../domain/sync/shopify-fields";
import { customersPerCall, fetchChangedCustomerTags, fetchCustomerTags } from "../../shopify/customers/customer-tags.server";
import type { MirrorHandler } from "../inbox/event-handler";
import { startBackfill } from "../sync/start-backfill.server";

const Changed = z.object({ customerId: gid("Customer") });

/** An event tells what was added or taken away, in any order: the customer's tags are read anew. */
export const onCustomerTagsChanged: MirrorHandler = async ({ shop }, events) => {
  const ids = [...new Set(events.map(({ payload }) => parseRecord("customer tags", Changed, payload).customerId))];
  for (let start = 0; start < ids.length; start += customersPerCall) {
    const asked = ids.slice(start, start + customersPerCall);
    const observedAt = new Date();
    const told = await fetchCustomerTags(shop, asked);
    const there = new Set(told.map(({ customerKey }) => customerKey));
    const gone = asked.map((customerId) => customerKeyOf({ customerId })).filter((key) => !there.has(key));
    await inTransaction(async (client) => {
      await saveCustomerTags(shop, told, observedAt, client);
      await forgetCustomerTags(shop, gone, client);
    });
  }
};

/** Reads the tags of every customer who changed since then, or has all of them imported where that was never done. */
export async function reconcileCustomerTags({ shop, scopes }: Installation, since: Date, now: Date): Promise<void> {
  if (!["read_customers", "write_customers"].some((scope) => scopes.includes(scope))) return;
  if ((await findLatestRun(shop, "customers")) === null) return startBackfill(shop, "customers", now);
  let after: string | null = null;
  do {
    const observedAt = new Date();
    const { customers, next } = await fetchChangedCustomerTags(shop, since, after);
    await inTransaction((client) => saveCustomerTags(shop, customers, observedAt, client));
    after = next;
  } while (after !== null);
}
