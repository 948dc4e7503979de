import type { CatalogueProduct } from "../catalogue/product";
import { daysAfter } from "../courtesy/days";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import { isBoughtForOthers } from "../courtesy/gift";
import type { PastPurchase } from "../courtesy/history";
import type { CourtesyPolicy } from "../courtesy/policy";
import type { PresentedVariant } from "../decisions/contract";
import type { Offerable } from "../decisions/offerable";
import { findOfferable } from "../decisions/offerable";
import { presentVariants } from "../decisions/present";
import { findKin } from "../strategies/kin";
import type { LadderIndex } from "../strategies/ladder-index";
import type { Sources } from "../strategies/sources";
import { plainContent, PLAIN_LIMIT } from "./plain-content";

const content = plainContent();
const none: ReadonlySet<number> = new Set();
/** The same range that a first prompt opens in. */
const LEAD_DAYS = 3;
/** An alternative costs between half and one and a half of what is sold out, and is at least this much the same thing. */
const PRICE_RANGE = { least: 0.5, most: 1.5 };
const LEAST_KINSHIP = 0.25;

/** The variant that was bought last as it is sold today, with none left while it is sold out; null when it is no longer sold. */
export function variantToday(product: CatalogueProduct | undefined, variantId: number | null): PresentedVariant | null {
  if (!product || product.status !== "active" || !product.isPublished || product.isGiftCard) return null;
  const variant = product.variants.find(({ id }) => id === variantId);
  const [presented] = variant ? presentVariants({ product, variants: [variant] }, content) : [];
  return presented ?? null;
}

export interface DueQuestion {
  sources: Sources;
  policy: CourtesyPolicy;
  purchases: readonly PastPurchase[];
  now: Date;
}

/** Of the products that this customer buys again: when each is due, as far as it is now and anything may be concluded. */
export function duesNow({ sources, policy, purchases, now }: DueQuestion): Map<number, { from: string; until: string }> {
  const due = sources.reorders().filter(({ productId, dueFrom, dueUntil, repeats, repeatCustomers }) =>
    now >= daysAfter(dueFrom, -LEAD_DAYS) && now <= dueUntil && sources.isRebought(productId) === true
    && isEnoughEvidence(policy, { orders: repeats, customers: repeatCustomers }) && !isBoughtForOthers(productId, purchases, policy.giftsFrom));
  return new Map(due.map(({ productId, dueFrom, dueUntil }) => [productId, { from: dayOf(dueFrom), until: dayOf(dueUntil) }]));
}

export interface AlternativeQuestion {
  product: CatalogueProduct;
  products: ReadonlyMap<number, CatalogueProduct>;
  ladder: LadderIndex;
  sources: Sources;
  /** What staff never want offered. */
  isExcluded: (product: CatalogueProduct) => boolean;
}

/** What can be had in place of a product: the closest of its family at a like price, else what is bought with it; null when nothing fits. */
export function alternativeTo({ product, products, ladder, sources, isExcluded }: AlternativeQuestion): { offerable: Offerable; isBoughtTogether: boolean } | null {
  const priceMinor = Math.min(...product.variants.map((variant) => variant.priceMinor));
  const kin = Number.isFinite(priceMinor) ? findKin(product, ladder, Math.ceil(priceMinor * PRICE_RANGE.least), Math.floor(priceMinor * PRICE_RANGE.most)) : [];
  const closest = kin.filter(({ kinship }) => kinship >= LEAST_KINSHIP).sort((one, other) => other.kinship - one.kinship || one.product.id - other.product.id);
  const leftOut = sources.leftOut?.([product.id]);
  const offerableOf = (productId: number) => {
    const other = products.get(productId);
    const isUnwanted = productId === product.id || leftOut?.has(productId) === true || (other !== undefined && isExcluded(other));
    const found = isUnwanted ? null : findOfferable({ productId, variantIds: [] }, content, products, none);
    return found && !("code" in found) ? found : null;
  };
  for (const { product: { id } } of closest) {
    const offerable = offerableOf(id);
    if (offerable) return { offerable, isBoughtTogether: false };
  }
  for (const { productId, isPinned } of sources.companions([product.id])) {
    const offerable = offerableOf(productId);
    if (offerable) return { offerable, isBoughtTogether: isPinned !== true };
  }
  return null;
}

export interface WantedItem {
  variantId: number;
  quantity: number;
  sellingPlanId?: number | undefined;
}

/** Which of the wanted items can be had now, in no more units than there are, and the variants of those that cannot. */
export function haveNow(items: readonly WantedItem[], variants: ReadonlyMap<number, CatalogueProduct>): { items: { variantId: number; quantity: number }[]; unavailable: number[] } {
  const had: { variantId: number; quantity: number }[] = [];
  const unavailable: number[] = [];
  for (const { variantId, quantity, sellingPlanId } of items) {
    const today = variantToday(variants.get(variantId), variantId);
    // A link to a checkout cannot carry a selling plan, and a single purchase is not what was asked for.
    if (!today || today.maxQuantity < 1 || sellingPlanId !== undefined) unavailable.push(variantId);
    else had.push({ variantId, quantity: Math.min(quantity, today.maxQuantity, PLAIN_LIMIT) });
  }
  return { items: had, unavailable };
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
