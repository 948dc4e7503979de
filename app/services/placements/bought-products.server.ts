import { readCourtesyHistory } from "../../data/courtesy/history.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import type { BoughtRow } from "../../data/placements/bought-products.server";
import { listBoughtProducts } from "../../data/placements/bought-products.server";
import { listSellingPlans } from "../../data/placements/selling-plans.server";
import type { SellingPlan } from "../../data/placements/selling-plans.server";
import { readSources } from "../../data/recommendations/sources.server";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import { blockProduct } from "../../domain/decisions/show-block";
import { shopIndexOf } from "../../domain/decisions/shop-index";
import { currencyExponent } from "../../domain/money/money";
import { customerKeyOf } from "../../domain/orders/customer-key";
import { alternativeTo, duesNow, variantToday } from "../../domain/placements/bought-before";
import { wordsIn } from "../../domain/placements/block-words";
import type { BlockProduct, BoughtProduct, BoughtProductsReply, BoughtProductsRequest } from "../../domain/placements/contract";
import { plainContent } from "../../domain/placements/plain-content";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import type { Sources } from "../../domain/strategies/sources";
import { compileExclusions } from "../../domain/strategies/staff-exclusions";
import type { CustomerCaller } from "../../shopify/placements/extension-request.server";
import { isOptedOut } from "../courtesy/opt-out.server";

const pageSize = 20;
const defaultPolicy = defaultCourtesyPolicy();
/** Of the customer's past nothing is left out: there is no purchase in hand. */
const noPurchase = "";

/**
 * A page of what the customer bought before, the last first; what is due only as far as the shop's courtesy lets it be
 * concluded, and nothing of it for who does not want to be prompted. Null for a shop that does not have the app, and for a
 * cursor that is none.
 */
export async function listBought({ shop, customerId }: CustomerCaller, { cursor, limit = pageSize, locale }: BoughtProductsRequest, now: Date): Promise<BoughtProductsReply | null> {
  const customerKey = customerKeyOf({ customerId });
  const after = cursor === undefined ? null : parseCursor(cursor);
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot || (cursor !== undefined && !after)) return null;
  const [rows, optedOut] = await Promise.all([listBoughtProducts(shop, customerKey, { after, limit: limit + 1 }), isOptedOut(shop, customerKey)]);
  const page = rows.slice(0, limit);
  const productIds = page.map(({ productId }) => productId);
  const [plans, sources, { purchases }] = await Promise.all([
    listSellingPlans(shop, productIds),
    readSources(shop, { productIds, customerKey, now }),
    readCourtesyHistory(shop, { customerKey, referenceId: noPurchase, since: now, liveOfferIds: [] }),
  ]);
  const dues = optedOut ? new Map<number, never>() : duesNow({ sources, policy: snapshot.policy ?? defaultPolicy, purchases, now });
  const last = page.at(-1);
  return {
    products: page.map((row) => boughtProduct(row, dues.get(row.productId) ?? null, plans.get(row.productId) ?? [], snapshot, sources)),
    nextCursor: rows.length > limit && last ? `${String(last.lastBoughtAt.getTime())}.${String(last.productId)}` : null,
    currency: snapshot.currency, currencyExponent: currencyExponent(snapshot.currency), isOptedOut: optedOut,
    words: wordsIn(snapshot.placements?.account.words ?? {}, shopperLanguageOf(locale)),
  };
}

function boughtProduct(row: BoughtRow, due: BoughtProduct["due"], plans: readonly SellingPlan[], snapshot: ShopSnapshot, sources: Sources): BoughtProduct {
  const product = snapshot.products.get(row.productId);
  const variant = variantToday(product, row.variantId);
  const canBeHad = variant !== null && variant.maxQuantity > 0;
  return {
    productId: row.productId, variant, title: product?.title ?? row.title, imageUrl: variant?.imageUrl ?? product?.imageUrl ?? null,
    timesBought: row.timesBought, lastBoughtAt: row.lastBoughtAt.toISOString(), lastPaidMinor: row.lastPaidMinor, lastQuantity: row.lastQuantity,
    due: canBeHad ? due : null,
    alternative: canBeHad || !product ? null : alternativeOf(product.id, snapshot, sources),
    sellingPlans: canBeHad && product ? plans.map(({ id, name }) => ({ id, name, url: `https://${snapshot.shop}/products/${encodeURIComponent(product.handle)}?variant=${variant.variantId}&selling_plan=${id}` })) : [],
  };
}

function alternativeOf(productId: number, { shop, products, staffExclusions }: ShopSnapshot, sources: Sources): BlockProduct | null {
  const product = products.get(productId);
  const found = product ? alternativeTo({ product, products, ladder: shopIndexOf(products).ladder, sources, isExcluded: compileExclusions(staffExclusions ? [staffExclusions] : []) }) : null;
  return found && blockProduct(found.offerable, plainContent(), found.isBoughtTogether ? "boughtTogether" : "chosen", shop);
}

function parseCursor(cursor: string): { lastBoughtAt: Date; productId: number } | null {
  const [, time, id] = /^(\d{1,15})\.(\d{1,16})$/.exec(cursor) ?? [];
  return time === undefined || id === undefined ? null : { lastBoughtAt: new Date(Number(time)), productId: Number(id) };
}
