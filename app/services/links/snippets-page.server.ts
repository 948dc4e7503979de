import { readReceiptSettings, saveReceiptSettings } from "../../data/receipts/settings.server";
import { listLinkKeys } from "../../data/links/link-keys.server";
import { findShop } from "../../data/shops/shops.server";
import type { ReceiptSettings } from "../../domain/receipts/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { currentKeyVersion, templateKeyOf } from "./link-keys.server";

export interface SnippetsPageData {
  shop: ShopId;
  shopName: string;
  currency: string;
  templateKey: string;
  keyVersion: number;
  /** Until when links of the templates before work; null when the key was never replaced. */
  oldEndsAt: Date | null;
  receipt: ReceiptSettings;
}

/** What staff paste and set for e-mails and paper. */
export async function readSnippetsPage(shop: ShopId): Promise<SnippetsPageData> {
  const [installation, receipt, keyVersion, keys] = await Promise.all([
    findShop(shop), readReceiptSettings(shop), currentKeyVersion(shop), listLinkKeys(shop),
  ]);
  return {
    shop, shopName: installation?.name ?? "", currency: installation?.currency ?? "USD", templateKey: templateKeyOf(shop, keyVersion), keyVersion,
    oldEndsAt: keys.find(({ endsAt }) => endsAt !== null)?.endsAt ?? null, receipt,
  };
}

export async function changeReceipt(shop: ShopId, settings: ReceiptSettings, userId: number | null, now: Date): Promise<void> {
  await saveReceiptSettings(shop, settings, userId, now);
}
