import { markRefused, markSent } from "../../data/billing/charges.server";
import type { BillingCharge } from "../../data/billing/charges.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { BillingRefused, findUsageRecord, recordUsage } from "../../shopify/billing/charges.server";

const description = "Encore: share of the added revenue, without tax and shipping, refunds taken off";

/**
 * Asks Shopify for a charge that is written down, under the charge's own id, and notes what came of it. A refusal only
 * counts when no record of that id exists: the one before may have been made and its reply lost. Throws ShopifyApiError,
 * and the charge is asked for again at the next run.
 */
export async function settleCharge(shop: ShopId, charge: BillingCharge, now: Date): Promise<void> {
  const { id, lineItemId, amountMinor: minor, currency } = charge;
  try {
    await markSent(shop, id, await recordUsage(shop, { lineItemId, amount: { minor, currency }, description, key: id }), now);
  } catch (thrown) {
    if (!(thrown instanceof BillingRefused)) throw thrown;
    const recordId = await findUsageRecord(shop, id);
    if (recordId !== null) await markSent(shop, id, recordId, now);
    else {
      log.warn({ shop, charge: id }, `Shopify refused a usage charge: ${thrown.message}`);
      await markRefused(shop, charge, thrown.message, now);
    }
  }
}
