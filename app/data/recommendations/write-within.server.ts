import type { DatedPurchase } from "../../domain/recommendations/after-order";
import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import { evidenceThreshold } from "../../domain/recommendations/evidence";
import { WEIGHT_UNIT } from "../../domain/recommendations/purchase";
import type { ShopId } from "../../domain/shops/shop-id";
import { type BuildPieces, writeMadeTable, writeTable } from "./build-pieces.server";
import { closestWithin } from "./closest-rows";
import { type PairToSave, saveNeighbours, savePairs, saveRows, type Totals } from "./save-counts.server";
import type { ProductFigures, ShopHistory } from "./shop-history";

export interface BuildSizes {
  ordersPerPage: number;
  rowsPerPiece: number;
  neighboursPerPiece: number;
}

/** What share of all is written after each table, by how long each takes; `writeFollowing` goes on from the last. */
export const doneWithin = { products: 0.02, days: 0.1, gaps: 0.12, neighbours: 0.4, pairs: 0.7 };

/** Counts what is bought together, of orders with their customers' orders before, and writes it with all else that is kept of products. */
export async function writeWithin(
  shop: ShopId, history: ShopHistory, orders: AsyncIterable<[DatedPurchase, readonly DatedPurchase[]]>, pieces: BuildPieces, { rowsPerPiece, neighboursPerPiece }: BuildSizes,
): Promise<Totals & { pairs: number }> {
  const counts = new CoPurchaseCounts();
  for await (const [order, others] of orders) counts.add(order, others);
  const products = history.products();
  await writeTable(pieces, [0, doneWithin.products], { products, rowsPerPiece, rowsOf: (product) => [productRow(product, counts)] },
    (range, client) => saveRows(shop, "co_purchase_products", range, client));
  await writeTable(pieces, [doneWithin.products, doneWithin.days], { products, rowsPerPiece, rowsOf: ({ id, number }) => history.daysOf(number).map((day) => ({ ...day, product_id: id })) },
    (range, client) => saveRows(shop, "product_days", range, client));
  const gaps = Array.from(history.gaps(), ([id, own]) => ({ id, own })).sort((one, other) => one.id - other.id);
  await writeTable(pieces, [doneWithin.days, doneWithin.gaps], { products: gaps, rowsPerPiece, rowsOf: ({ id, own }) => Array.from(own, ([of, times]) => ({ product_id: id, days: of, gaps: times })) }, (range, client) => saveRows(shop, "product_gaps", range, client));
  const known = { counts, idOf: (number: number) => history.idOf(number) };
  await writeMadeTable(pieces, [doneWithin.gaps, doneWithin.neighbours], { products, rowsPerPiece: neighboursPerPiece, rowsOf: (product) => [product] },
    ({ id, number }) => ({ id, ...closestWithin(known, number) }), (range, client) => saveNeighbours(shop, range, client));
  let pairs = 0;
  const pairsOf = ({ id, number }: ProductFigures) => {
    const rows: PairToSave[] = [];
    counts.visitPairsOf(number, (other, weight, together, customers) => {
      if (other > number && together !== 0) rows.push({ ofId: id, otherId: history.idOf(other), weight, orders: together, customers });
    });
    pairs += rows.length;
    return rows;
  };
  await writeTable(pieces, [doneWithin.neighbours, doneWithin.pairs], { products, rowsPerPiece, rowsOf: pairsOf }, (range, client) => savePairs(shop, "co_purchase_pairs", range, client));
  return { weight: Math.round(counts.shopWeight * WEIGHT_UNIT), orders: counts.orders, threshold: evidenceThreshold(counts), medianGap: history.medianDays(), pairs };
}

function productRow({ id, number, customers, repeats, repeatCustomers, gaps, medianDays, typicalDays }: ProductFigures, counts: CoPurchaseCounts): object {
  const { weight, orders, partners } = counts.productCount(number);
  return {
    product_id: id, weight: Math.round(weight * WEIGHT_UNIT), orders, partners, customers, repeats, repeat_customers: repeatCustomers,
    gaps, median_gap: medianDays, typical_days: typicalDays,
    // Until its neighbours are there as well.
    changed_at: new Date(),
  };
}
