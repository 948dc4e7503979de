import { z } from "zod";
import { countOffersByStatus, listOffers } from "../../data/offers/offers.server";
import type { OfferListing, OfferSummary } from "../../data/offers/offers.server";
import { findShop } from "../../data/shops/shops.server";
import { strategyOf } from "../../domain/strategies/strategy";
import type { OfferStrategy } from "../../domain/strategies/strategy";
import type { ShopId } from "../../domain/shops/shop-id";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { productProblem } from "./product-problem";
import type { ProductProblem } from "./product-problem";

const pageSize = 50;
const Cursor = z.tuple([z.coerce.number().int(), z.uuid()]);

export interface ListedOffer extends Pick<OfferSummary, "id" | "name" | "status" | "updatedAt"> {
  discount: OfferSummary["content"]["discount"];
  schedule: OfferSummary["content"]["schedule"];
  /** Null where staff name the products. */
  strategy: OfferStrategy["kind"] | null;
  product: string;
  imageUrl: string | null;
  /** Set when an active offer has nothing left to offer. */
  problem: ProductProblem | null;
}

/** One page of a shop's offers in order of priority, with what their rows show. */
export async function readOfferList(
  shop: ShopId, wanted: { statuses: OfferListing["statuses"]; search: string; after: string | null },
) {
  const cursor = Cursor.safeParse(wanted.after?.split("_"));
  const after = cursor.success ? { priority: cursor.data[0], id: cursor.data[1] } : null;
  const [found, counts, installation] = await Promise.all([
    listOffers(shop, { statuses: wanted.statuses, search: wanted.search.trim().slice(0, 120), after, limit: pageSize + 1 }),
    countOffersByStatus(shop),
    findShop(shop),
  ]);
  const page = found.slice(0, pageSize);
  const productIds = [...new Set(page.flatMap(({ content }) => content.products.map(({ productId }) => productId)))];
  const products = new Map((await listProductsByIds(shop, productIds)).map((product) => [product.id, product]));
  const last = page.at(-1);
  return {
    offers: page.map((offer): ListedOffer => {
      const first = offer.content.products[0];
      const known = first && products.get(first.productId);
      const more = offer.content.products.length - 1;
      const title = known?.title ?? (first ? "Product not in the catalogue" : "No product yet");
      const { kind } = strategyOf(offer.content);
      const problems = offer.content.products.map((entry) => productProblem(entry, offer.content, products));
      const nothingLeft = offer.status === "active" && kind === "manual" && problems.every((problem) => problem !== null);
      return {
        id: offer.id,
        name: offer.name,
        status: offer.status,
        updatedAt: offer.updatedAt,
        discount: offer.content.discount,
        schedule: offer.content.schedule,
        strategy: kind === "manual" ? null : kind,
        product: more > 0 ? `${title} and ${more} more` : title,
        imageUrl: known?.imageUrl ?? null,
        problem: nothingLeft ? (problems[0] ?? "missing") : null,
      };
    }),
    total: counts.draft + counts.active + counts.paused + counts.archived,
    next: found.length > pageSize && last ? `${last.priority}_${last.id}` : null,
    previous: after !== null,
    currency: installation?.currency ?? "USD",
    timeZone: installation?.timeZone ?? "UTC",
  };
}
