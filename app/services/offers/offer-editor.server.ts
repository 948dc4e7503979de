import { listCatalogueNames, listCatalogueTexts } from "../../data/catalogue/catalogue-names.server";
import type { CatalogueName } from "../../data/catalogue/catalogue-names.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { isOfferUsed } from "../../data/offers/offer-use.server";
import { findOffer } from "../../data/offers/offers.server";
import { findShop } from "../../data/shops/shops.server";
import type { OfferContent, OfferStatus } from "../../domain/offers/offer";
import { scheduleState } from "../../domain/offers/schedule";
import { validateForShop } from "../../domain/offers/validate-for-shop";
import type { OfferWarning } from "../../domain/offers/validate-for-shop";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "./ids-in-condition";
import { productProblem } from "./product-problem";
import type { ProductProblem } from "./product-problem";
import { readVersionHistory } from "./version-history.server";
import type { VersionHistoryEntry } from "./version-history.server";

export interface OfferEditorData {
  offer: { id: string; version: number; status: OfferStatus; content: OfferContent; deletable: boolean } | null;
  currency: string;
  timeZone: string;
  products: {
    id: number;
    title: string;
    imageUrl: string | null;
    variants: { id: number; title: string; priceMinor: number }[];
    problem: ProductProblem | null;
  }[];
  named: { product: CatalogueName[]; variant: CatalogueName[]; collection: CatalogueName[] };
  known: { tag: string[]; vendor: string[]; productType: string[] };
  versions: VersionHistoryEntry[];
  scheduleState: "before" | "live" | "after";
  warnings: OfferWarning[];
}
export type SavedOfferEditorData = OfferEditorData & { offer: NonNullable<OfferEditorData["offer"]> };

/** What the editor of an offer not saved yet needs. */
export async function readNewOfferEditor(shop: ShopId): Promise<OfferEditorData> {
  const [installation, known] = await Promise.all([findShop(shop), listCatalogueTexts(shop)]);
  return {
    offer: null,
    currency: installation?.currency ?? "USD",
    timeZone: installation?.timeZone ?? "UTC",
    products: [],
    named: { product: [], variant: [], collection: [] },
    known,
    versions: [],
    scheduleState: "live",
    warnings: [],
  };
}

/** What the editor of an offer needs; null when this shop has no such offer. */
export async function readOfferEditor(shop: ShopId, id: string, now: Date): Promise<SavedOfferEditorData | null> {
  const offer = await findOffer(shop, id);
  if (!offer) return null;
  const { content } = offer;
  const [installation, known, named, products, versions, used] = await Promise.all([
    findShop(shop),
    listCatalogueTexts(shop),
    listCatalogueNames(shop, idsInCondition(content.rule)),
    listProductsByIds(shop, content.products.map(({ productId }) => productId)),
    readVersionHistory(shop, id),
    isOfferUsed(shop, id),
  ]);
  const currency = installation?.currency ?? "USD";
  const timeZone = installation?.timeZone ?? "UTC";
  const byId = new Map(products.map((product) => [product.id, product]));
  return {
    offer: { id, version: offer.version, status: offer.status, content, deletable: offer.status === "draft" && !used },
    currency,
    timeZone,
    products: content.products.map((entry) => {
      const product = byId.get(entry.productId);
      return {
        id: entry.productId,
        title: product?.title ?? `Product ${entry.productId}`,
        imageUrl: product?.imageUrl ?? null,
        variants: (product?.variants ?? []).map(({ id: variantId, title, priceMinor }) => ({ id: variantId, title, priceMinor })),
        problem: productProblem(entry, content, byId),
      };
    }),
    named,
    known,
    versions,
    scheduleState: scheduleState(content.schedule, timeZone, now),
    warnings: validateForShop(content, byId),
  };
}
