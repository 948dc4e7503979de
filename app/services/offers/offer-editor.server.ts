import type { TFunction } from "i18next";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import type { CatalogueName, WantedNames } from "../../data/catalogue/catalogue-names.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { findOpenOfferBefore } from "../../data/offers/offers-before.server";
import { isOfferUsed } from "../../data/offers/offer-use.server";
import { findOffer } from "../../data/offers/offers.server";
import { listOfferChoices } from "../../data/reports/decision-story.server";
import { findShop } from "../../data/shops/shops.server";
import type { CatalogueProduct } from "../../domain/catalogue/product";
import type { OfferContent, OfferStatus } from "../../domain/offers/offer";
import { scheduleState } from "../../domain/offers/schedule";
import { validateForShop } from "../../domain/offers/validate-for-shop";
import type { OfferWarning } from "../../domain/offers/validate-for-shop";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "./ids-in-condition";
import { idsInStrategy } from "./ids-in-strategy";
import { productProblem } from "./product-problem";
import type { ProductProblem } from "./product-problem";
import { readVersionHistory } from "./version-history.server";
import type { VersionHistoryEntry } from "./version-history.server";

const offersListed = 250;

export interface EditorProduct {
  id: number;
  title: string;
  imageUrl: string | null;
  variants: { id: number; title: string; priceMinor: number }[];
  problem: ProductProblem | null;
}

export interface OfferEditorData {
  offer: { id: string; version: number; status: OfferStatus; content: OfferContent; deletable: boolean } | null;
  currency: string;
  timeZone: string;
  isPlus: boolean;
  products: EditorProduct[];
  otherOffers: { id: string; name: string }[];
  named: { product: CatalogueName[]; variant: CatalogueName[]; collection: CatalogueName[] };
  versions: VersionHistoryEntry[];
  scheduleState: "before" | "live" | "after";
  warnings: OfferWarning[];
  /** A live offer ahead of this one that leaves it hardly any orders; null when there is none. */
  openBefore: { id: string; name: string } | null;
}
export type SavedOfferEditorData = OfferEditorData & { offer: NonNullable<OfferEditorData["offer"]> };

/** What the editor of an offer not saved yet needs. */
export async function readNewOfferEditor(shop: ShopId): Promise<OfferEditorData> {
  const [installation, otherOffers] = await Promise.all([findShop(shop), listOfferChoices(shop, offersListed)]);
  return {
    offer: null,
    currency: installation?.currency ?? "USD",
    timeZone: installation?.timeZone ?? "UTC",
    isPlus: installation?.isPlus ?? false,
    products: [],
    otherOffers,
    named: { product: [], variant: [], collection: [] },
    versions: [],
    scheduleState: "live",
    warnings: [],
    openBefore: null,
  };
}

/** What the editor of an offer needs; null when this shop has no such offer. */
export async function readOfferEditor(t: TFunction, shop: ShopId, id: string, now: Date): Promise<SavedOfferEditorData | null> {
  const offer = await findOffer(shop, id);
  if (!offer) return null;
  const { content } = offer;
  const [installation, named, products, offers, versions, used, openBefore] = await Promise.all([
    findShop(shop),
    listCatalogueNames(shop, joined(idsInCondition(content.rule), idsInStrategy(content.strategy))),
    listProductsByIds(shop, content.products.map(({ productId }) => productId)),
    listOfferChoices(shop, offersListed),
    readVersionHistory(t, shop, id),
    isOfferUsed(shop, id),
    offer.status === "archived" || content.strategy?.kind === "downsell" ? null : findOpenOfferBefore(shop, id, content.placements),
  ]);
  const currency = installation?.currency ?? "USD";
  const timeZone = installation?.timeZone ?? "UTC";
  const byId = new Map(products.map((product) => [product.id, product]));
  return {
    offer: { id, version: offer.version, status: offer.status, content, deletable: offer.status === "draft" && !used },
    currency,
    timeZone,
    isPlus: installation?.isPlus ?? false,
    products: content.products.map((entry) => editorProduct(t, entry.productId, byId.get(entry.productId), productProblem(entry, content, byId))),
    otherOffers: offers.filter((other) => other.id !== id),
    named,
    versions,
    scheduleState: scheduleState(content.schedule, timeZone, now),
    warnings: validateForShop(content, byId),
    openBefore,
  };
}

function editorProduct(t: TFunction, id: number, product: CatalogueProduct | undefined, problem: ProductProblem | null): EditorProduct {
  return {
    id,
    title: product?.title ?? t("common:unnamedProduct", { id }),
    imageUrl: product?.imageUrl ?? null,
    variants: (product?.variants ?? []).map((variant) => ({ id: variant.id, title: variant.title, priceMinor: variant.priceMinor })),
    problem,
  };
}

function joined(one: WantedNames, other: WantedNames): WantedNames {
  return { product: [...one.product, ...other.product], variant: [...one.variant, ...other.variant], collection: [...one.collection, ...other.collection] };
}
