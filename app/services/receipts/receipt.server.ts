import { findOrderWithLines } from "../../data/orders/order-with-lines.server";
import { readReceiptSettings } from "../../data/receipts/settings.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import type { PaperWidth } from "../../domain/receipts/receipt-page";
import { receiptPage } from "../../domain/receipts/receipt-page";
import type { ShopId } from "../../domain/shops/shop-id";
import { makeReceiptCode } from "../links/resolve-link.server";
import { qrCode } from "./qr";

/** Where the storefront reaches Encore, as shopify.app.toml names it. */
export const proxyPath = "/apps/encore";

/** An order's receipt as a document to print; null when the mirror does not hold the order. */
export async function receiptOf(shop: ShopId, orderId: number, { language, paper }: { language: ShopperLanguage; paper: PaperWidth }, now: Date): Promise<string | null> {
  const [order, installation, settings] = await Promise.all([findOrderWithLines(shop, orderId), findShop(shop), readReceiptSettings(shop)]);
  if (!order || !installation) return null;
  const text = settings.showCode ? await makeReceiptCode(shop, orderId, now) : null;
  return receiptPage({
    shopName: installation.name, timeZone: installation.timeZone, language, paper,
    order: { ...order, processedAt: order.processedAt.toISOString() },
    line: settings.line[language] ?? null,
    code: text === null ? null : { text, qr: qrCode(`https://${shop}${proxyPath}/l/${text}?lang=${language}`), typeAt: `${shop}${proxyPath}/l` },
  });
}
