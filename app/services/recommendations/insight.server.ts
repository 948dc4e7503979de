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

/** What is bought together with a product, the most telling first; at most 50. */
export async function companionsOf(_shop: ShopId, _productId: number): Promise<CompanionInsight[]> {
  return Promise.resolve([]);
}

/** The families of a product with the rungs around it; empty when it is not for sale. */
export async function ladderOf(_shop: ShopId, _productId: number): Promise<LadderInsight[]> {
  return Promise.resolve([]);
}

/** The steps that the catalogue lacks, the widest first; at most 100. */
export async function missingRungsOf(_shop: ShopId): Promise<MissingRungInsight[]> {
  return Promise.resolve([]);
}

/** Products by repeat purchases, most first, 50 a page. */
export async function reboughtProducts(_shop: ShopId, _cursor: string | null): Promise<Page<RebuyInsight>> {
  return Promise.resolve({ rows: [], cursor: null });
}

/** Puts a companion first for a product whatever the counts say, or takes that back. */
export async function setPin(_shop: ShopId, _productId: number, _companionId: number, _isPinned: boolean, _now: Date): Promise<void> {
  return Promise.resolve();
}

/** Never offers a companion with a product, or takes that back; null for the companion with any product. */
export async function setExclusion(_shop: ShopId, _productId: number | null, _companionId: number, _isExcluded: boolean, _now: Date): Promise<void> {
  return Promise.resolve();
}
