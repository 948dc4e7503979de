import { parseMinor } from "../../domain/money/money";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { adminGraphql } from "../shops/admin-client.server";
import { VARIANT_PRICE } from "./price.operations";

/** A shopper waits for this, so no longer; after that the mirror's price stands. */
const patienceMs = 400;
/** One question for the many who take an offer at the same time. */
const freshMs = 5_000;
/** After a failure or delay a shop is not asked again for so long, or every shopper would wait in vain. */
const restMs = 30_000;
const maxKept = 10_000;

interface VariantPrice { productVariant: { price: string } | null }

const asked = new Map<string, { at: number; price: Promise<number | null> }>();
const restingUntil = new Map<ShopId, number>();

/** A variant's price at Shopify this moment, minor units; null when it cannot be told in time. */
export async function findPriceNow(shop: ShopId, variantId: number, currency: string, now: Date): Promise<number | null> {
  const at = now.getTime();
  if ((restingUntil.get(shop) ?? 0) > at) return null;
  const key = `${shop} ${String(variantId)} ${currency}`;
  const known = asked.get(key);
  if (known && at - known.at < freshMs) return known.price;
  if (asked.size >= maxKept) asked.clear();
  const price = priceInTime(shop, variantId, currency, at);
  asked.set(key, { at, price });
  return price;
}

async function priceInTime(shop: ShopId, variantId: number, currency: string, at: number): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error("too late")); }, patienceMs);
  });
  try {
    const { productVariant } = await Promise.race([adminGraphql<VariantPrice>(shop, VARIANT_PRICE, { id: `gid://shopify/ProductVariant/${String(variantId)}` }), late]);
    return productVariant && parseMinor(productVariant.price, currency);
  } catch (thrown) {
    restingUntil.set(shop, at + restMs);
    log.info({ shop, error: thrown instanceof Error ? thrown.message : String(thrown) }, "a price was not confirmed by Shopify; the mirror's stands");
    return null;
  } finally {
    clearTimeout(timer);
  }
}
