import { listOffers } from "../../data/offers/offer-listing.server";
import type { OfferSummary } from "../../data/offers/offer-listing.server";
import { countOffersByStatus } from "../../data/offers/offers.server";
import { findShop } from "../../data/shops/shops.server";
import { cursorText, isInOrder, phasesOf } from "../../domain/offers/offer-listing";
import type { OfferListingQuery } from "../../domain/offers/offer-listing";
import { wallClockOf } from "../../domain/offers/schedule";
import { strategyOf } from "../../domain/strategies/strategy";
import type { OfferStrategy } from "../../domain/strategies/strategy";
import type { ShopId } from "../../domain/shops/shop-id";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { productProblem } from "./product-problem";
import type { ProductProblem } from "./product-problem";

const pageSize = 50;

export interface ListedOffer extends Pick<OfferSummary, "id" | "name" | "phase" | "updatedAt"> {
  discount: OfferSummary["content"]["discount"];
  schedule: OfferSummary["content"]["schedule"];
  /** Null where staff name the products. */
  strategy: OfferStrategy["kind"] | null;
  /** The first, with how many others there are; no title when the catalogue lacks it. Null where none is named. */
  product: { title: string | null; others: number } | null;
  imageUrl: string | null;
  /** Set when an active offer has nothing left to offer. */
  problem: ProductProblem | null;
}

/** One page of a shop's offers, with what their rows show. */
export async function readOfferList(shop: ShopId, query: OfferListingQuery, now: Date) {
  const [installation, counts] = await Promise.all([findShop(shop), countOffersByStatus(shop)]);
  const timeZone = installation?.timeZone ?? "UTC";
  const found = await listOffers(shop, { ...query, phases: phasesOf(query.tab), localNow: wallClockOf(now, timeZone), limit: pageSize + 1 });
  const isBackwards = query.cursor?.way === "before";
  const hasMore = found.length > pageSize;
  const page = isBackwards ? found.slice(-pageSize) : found.slice(0, pageSize);
  const productIds = [...new Set(page.flatMap(({ content }) => content.products.map(({ productId }) => productId)))];
  const products = new Map((await listProductsByIds(shop, productIds)).map((product) => [product.id, product]));
  const [first, last] = [page[0], page.at(-1)];
  return {
    offers: page.map((offer): ListedOffer => {
      const [named] = offer.content.products;
      const known = named && products.get(named.productId);
      const { kind } = strategyOf(offer.content);
      const problems = offer.content.products.map((entry) => productProblem(entry, offer.content, products));
      const nothingLeft = (offer.phase === "active" || offer.phase === "scheduled") && kind === "manual" && problems.every((problem) => problem !== null);
      return {
        id: offer.id,
        name: offer.name,
        phase: offer.phase,
        updatedAt: offer.updatedAt,
        discount: offer.content.discount,
        schedule: offer.content.schedule,
        strategy: kind === "manual" ? null : kind,
        product: named ? { title: known?.title ?? null, others: offer.content.products.length - 1 } : null,
        imageUrl: known?.imageUrl ?? null,
        problem: nothingLeft ? (problems[0] ?? "missing") : null,
      };
    }),
    total: counts.draft + counts.active + counts.paused + counts.archived,
    next: last && (isBackwards || hasMore) ? cursorText({ value: last.sortedBy, id: last.id }) : null,
    previous: first && (isBackwards ? hasMore : query.cursor !== null) ? cursorText({ value: first.sortedBy, id: first.id }) : null,
    isInOrder: isInOrder(query),
    currency: installation?.currency ?? "USD",
    timeZone,
  };
}
