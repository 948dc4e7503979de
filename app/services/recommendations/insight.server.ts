import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { anyProduct, listChoices } from "../../data/recommendations/companion-choices.server";
import { findNeighbours, listRebuys } from "../../data/recommendations/insight-rows.server";
import { shopIndexOf } from "../../domain/decisions/shop-index";
import { companionFigures } from "../../domain/strategies/companion-figures";
import { companionInsights, type CompanionInsight } from "../../domain/strategies/companion-insight";
import type { Family } from "../../domain/strategies/ladder-index";
import { missingRungs } from "../../domain/strategies/missing-rungs";
import { formatCountCursor, parseCountCursor } from "../../domain/recommendations/count-cursor";
import { isRebought } from "../../domain/strategies/reorders-due";
import type { MissingRung } from "../../domain/strategies/missing-rungs";
import { rungsAround, type Rung } from "../../domain/strategies/rungs-around";
import type { StaffChoice } from "../../domain/strategies/staff-choices";
import type { ShopId } from "../../domain/shops/shop-id";

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
const aroundAsked = 5;
const mostMissing = 100;
const pageSize = 50;

/** What goes with a product, staff's pins and then the most telling first; at most 50. */
export async function companionsOf(shop: ShopId, productId: number): Promise<CompanionInsight[]> {
  const [{ neighbours, threshold }, choices] = await Promise.all([findNeighbours(shop, productId), listChoices(shop, [productId, anyProduct])]);
  const own = choices.get(productId) ?? new Map<number, StaffChoice>();
  const figures = neighbours ? companionFigures(neighbours, threshold) : [];
  const products = new Map((await listProductsByIds(shop, [...figures.map((figure) => figure.productId), ...own.keys()])).map((product) => [product.id, product]));
  return companionInsights(figures, { products, choices: own, everywhere: choices.get(anyProduct) ?? new Map<number, StaffChoice>(), limit: mostCompanions });
}

/** The families of a product with the rungs around it; empty when it is not for sale. */
export async function ladderOf(shop: ShopId, productId: number): Promise<LadderInsight[]> {
  const snapshot = await getSnapshot(shop, new Date());
  const product = snapshot?.products.get(productId);
  if (!snapshot || !product) return [];
  const families = shopIndexOf(snapshot.products).ladder.familiesOf(product);
  const titles = await familyTitles(shop, families);
  return families.map((family) => ({
    by: family.by, name: titles(family), rungs: rungsAround(family, productId, aroundAsked), rungCount: family.rungs.length,
  }));
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
  const found = await listRebuys(shop, parseCountCursor(cursor), pageSize + 1);
  const rows = found.slice(0, pageSize).map((row) => ({ ...row, isRebought: isRebought(row) }));
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return { rows, cursor: last ? formatCountCursor({ count: last.repeats, productId: last.productId }) : null };
}
