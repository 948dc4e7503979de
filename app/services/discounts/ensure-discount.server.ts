import { createHash } from "node:crypto";
import { findShopDiscount, saveDiscountState, withDiscountLock } from "../../data/discounts/shop-discounts.server";
import type { ShopDiscount } from "../../data/discounts/shop-discounts.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import {
  createAutomaticDiscount, findAutomaticDiscount, repairAutomaticDiscount, saveFunctionSecrets, searchAutomaticDiscount,
} from "../../shopify/discounts/automatic-discount.server";
import { DiscountRefused } from "../../shopify/discounts/user-errors";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";
import { functionSecrets } from "./function-secrets.server";

/**
 * Sees to it that the shop has the automatic discount that runs the Function, as Encore made it and with its key; makes
 * or repairs what is missing. Repeating it changes nothing. Where the shop does not let it (a scope that was taken back,
 * too many app discounts) the reason is kept for staff and nothing is thrown: offers go on without a discount of lines.
 */
export async function ensureDiscount(shop: ShopId, now: Date): Promise<void> {
  await withDiscountLock(shop, async () => {
    const known = await findShopDiscount(shop);
    try {
      await saveDiscountState(shop, { ...(await restore(shop, known, now)), checkedAt: now, problem: null });
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem === null) throw thrown;
      log.warn({ shop, problem }, "the discount of offers is not in force");
      await saveDiscountState(shop, { ...known, checkedAt: now, problem });
    }
  });
}

async function restore(shop: ShopId, known: ShopDiscount, now: Date): Promise<{ nodeId: number; givenHash: string }> {
  const secrets = await functionSecrets(shop, now);
  const givenHash = hashOf(secrets);
  const nodeId = known.nodeId ?? (await searchAutomaticDiscount(shop));
  const found = nodeId === null ? null : await findAutomaticDiscount(shop, nodeId);
  if (nodeId === null || !found) return { nodeId: await createAutomaticDiscount(shop, secrets, now), givenHash };
  if (!found.isWhole) await repairAutomaticDiscount(shop, nodeId);
  if (found.secrets !== secrets) await saveFunctionSecrets(shop, nodeId, secrets);
  return { nodeId, givenHash };
}

/** Tells the Function which claims are used, when that changed since it was last told. */
export async function publishRedeemed(shop: ShopId, now: Date): Promise<void> {
  const known = await findShopDiscount(shop);
  if (known.nodeId === null) return;
  const secrets = await functionSecrets(shop, now);
  if (known.givenHash === hashOf(secrets)) return;
  try {
    await saveFunctionSecrets(shop, known.nodeId, secrets);
    await saveDiscountState(shop, { ...known, givenHash: hashOf(secrets) });
  } catch (thrown) {
    if (problemOf(thrown) === null) throw thrown;
    // Deleted by staff, or a scope was taken back: the whole of it is looked at.
    await ensureDiscount(shop, now);
  }
}

function hashOf(secrets: string): string {
  return createHash("sha256").update(secrets).digest("hex");
}

/** Null for what may pass by itself and is tried again. */
function problemOf(thrown: unknown): string | null {
  if (thrown instanceof DiscountRefused) return thrown.codes[0] ?? thrown.message;
  return thrown instanceof ShopifyApiError && (thrown.code === "accessDenied" || thrown.code === "shopClosed") ? thrown.code : null;
}
