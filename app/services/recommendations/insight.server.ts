import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { anyProduct, listChoices, saveChoice } from "../../data/recommendations/companion-choices.server";
import { findNeighbours, listRebuys } from "../../data/recommendations/insight-rows.server";
import { shopIndexOf } from "../../domain/decisions/shop-index";
import { companionFigures } from "../../domain/strategies/companion-figures";
import type { Family } from "../../domain/strategies/ladder-index";
import { missingRungs } from "../../domain/strategies/missing-rungs";
import { isRebought } from "../../domain/strategies/reorders-due";
import type { MissingRung } from "../../domain/strategies/missing-rungs";
import type { ShopId } from "../../domain/shops/shop-id";

/** A product bought with another, with the counts behind it. */
export interface CompanionInsight {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** Orders that had both, of the orders that had the product asked about. */
  orders: number;
  ofOrders: number;
  customers: number;
  /** Orders that would have had both by chance. */
  expected: number;
  /** Share of the product's orders that had both, at least, with 95 % confidence; 0 to 1. */
  shareAtLeast: number;
  /** Whether the evidence is enough for the two to be offered as bought together. */
  isEnough: boolean;
  /** "31 of 120 orders with Mug also had Tray; about 9 expected by chance" */
  reason: string;
  isPinned: boolean;
  isExcluded: boolean;
}

export interface Rung {
  productId: number;
  title: string;
  imageUrl: string | null;
  priceMinor: number;
  /** The product that was asked about. */
  isAsked: boolean;
}

/** Products that a shopper would weigh against each other, cheapest first; the rungs around the product asked about. */
export interface LadderInsight {
  by: "type" | "collection";
  /** The product type, or the collection's title. */
  name: string;
  rungs: Rung[];
  /** All rungs of the family. */
  rungCount: number;
}

export interface MissingRungInsight extends MissingRung {
  /** The product type, or the collection's title. */
  title: string;
  belowTitle: string;
  aboveTitle: string;
}

/** How often customers buy a product again. */
export interface RebuyInsight {
  productId: number;
  title: string;
  imageUrl: string | null;
  orders: number;
  /** Orders of it by a customer who had bought it before, and by how many customers. */
  repeats: number;
  repeatCustomers: number;
  customers: number;
  /** Null while there is too little evidence to say. */
  isRebought: boolean | null;
  /** Typical days between two purchases; null while unknown. */
  typicalDays: number | null;
}

export interface Page<Row> {
  rows: Row[];
  /** For the next page; null on the last. */
  cursor: string | null;
}

const mostCompanions = 50;
const rungsAround = 5;
const mostMissing = 100;
const pageSize = 50;

/** What is bought together with a product, staff's pins and then the most telling first; at most 50. */
export async function companionsOf(shop: ShopId, productId: number): Promise<CompanionInsight[]> {
  const [{ neighbours, threshold }, choices] = await Promise.all([findNeighbours(shop, productId), listChoices(shop, [productId, anyProduct])]);
  if (!neighbours) return [];
  const figures = companionFigures(neighbours, threshold);
  const products = new Map((await listProductsByIds(shop, [productId, ...figures.map((figure) => figure.productId)])).map((product) => [product.id, product]));
  const title = (id: number) => products.get(id)?.title ?? `#${String(id)}`;
  const choice = (id: number) => choices.get(productId)?.get(id) ?? choices.get(anyProduct)?.get(id);
  return figures
    .filter((figure) => products.has(figure.productId))
    .map(({ reason, ...figure }) => ({
      ...figure,
      title: title(figure.productId),
      imageUrl: products.get(figure.productId)?.imageUrl ?? null,
      reason: reason(title(productId), title(figure.productId)),
      isPinned: choice(figure.productId) === "pin",
      isExcluded: choice(figure.productId) === "exclude",
    }))
    .sort((one, other) => Number(other.isPinned) - Number(one.isPinned))
    .slice(0, mostCompanions);
}

/** The families of a product with the rungs around it; empty when it is not for sale. */
export async function ladderOf(shop: ShopId, productId: number): Promise<LadderInsight[]> {
  const snapshot = await getSnapshot(shop, new Date());
  const product = snapshot?.products.get(productId);
  if (!snapshot || !product) return [];
  const families = shopIndexOf(snapshot.products).ladder.familiesOf(product);
  const titles = await familyTitles(shop, families);
  return families.map((family) => {
    const place = family.rungs.findIndex((rung) => rung.product.id === productId);
    const rungs = family.rungs.slice(Math.max(0, place - rungsAround), place + rungsAround + 1).map((rung) => ({
      productId: rung.product.id, title: rung.product.title, imageUrl: rung.product.imageUrl, priceMinor: rung.priceMinor, isAsked: rung.product.id === productId,
    }));
    return { by: family.by, name: titles(family), rungs, rungCount: family.rungs.length };
  });
}

/** The steps that the catalogue lacks, the widest first; at most 100. */
export async function missingRungsOf(shop: ShopId): Promise<MissingRungInsight[]> {
  const snapshot = await getSnapshot(shop, new Date());
  if (!snapshot) return [];
  const gaps = missingRungs(shopIndexOf(snapshot.products).ladder).slice(0, mostMissing);
  const titles = await familyTitles(shop, gaps);
  const title = (id: number) => snapshot.products.get(id)?.title ?? `#${String(id)}`;
  return gaps.map((gap) => ({ ...gap, title: titles(gap), belowTitle: title(gap.belowProductId), aboveTitle: title(gap.aboveProductId) }));
}

async function familyTitles(shop: ShopId, families: readonly Pick<Family, "by" | "name">[]): Promise<(family: Pick<Family, "by" | "name">) => string> {
  const ids = families.filter(({ by }) => by === "collection").map(({ name }) => Number(name));
  const { collection } = await listCatalogueNames(shop, { product: [], variant: [], collection: [...new Set(ids)] });
  const titles = new Map(collection.map(({ id, title }) => [String(id), title]));
  return ({ by, name }) => (by === "collection" ? (titles.get(name) ?? `#${name}`) : name);
}

/** Products by repeat purchases, most first, 50 a page. */
export async function reboughtProducts(shop: ShopId, cursor: string | null): Promise<Page<RebuyInsight>> {
  const [repeats, productId] = (cursor ?? "").split(".").map(Number);
  const isCursor = Number.isSafeInteger(repeats) && Number.isSafeInteger(productId);
  const found = await listRebuys(shop, isCursor && repeats !== undefined && productId !== undefined ? { repeats, productId } : null, pageSize + 1);
  const rows = found.slice(0, pageSize).map((row) => ({ ...row, isRebought: isRebought(row) }));
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return { rows, cursor: last ? `${String(last.repeats)}.${String(last.productId)}` : null };
}

/** Puts a companion first for a product among those that the counts speak for, or takes that back. */
export async function setPin(shop: ShopId, productId: number, companionId: number, isPinned: boolean, now: Date): Promise<void> {
  await saveChoice(shop, productId, companionId, "pin", isPinned, now);
}

/** Never offers a companion with a product, or takes that back; null for the companion with any product. */
export async function setExclusion(shop: ShopId, productId: number | null, companionId: number, isExcluded: boolean, now: Date): Promise<void> {
  await saveChoice(shop, productId ?? anyProduct, companionId, "exclude", isExcluded, now);
}
