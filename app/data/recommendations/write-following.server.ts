import { asEarlier, asLater, type DatedPurchase, productOf, visitFollowing } from "../../domain/recommendations/after-order";
import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import { evidenceThreshold } from "../../domain/recommendations/evidence";
import { WEIGHT_UNIT } from "../../domain/recommendations/purchase";
import type { ShopId } from "../../domain/shops/shop-id";
import { type BuildPieces, writeMadeTable, writeTable } from "./build-pieces.server";
import { closestAfter } from "./closest-rows";
import { type PairToSave, saveLaterNeighbours, savePairs, saveRows, type Totals } from "./save-counts.server";
import type { ShopHistory } from "./shop-history";
import { type BuildSizes, doneWithin } from "./write-within.server";

/** As `doneWithin`; the totals are the rest. */
const doneAfter = { products: 0.72, neighbours: 0.8, pairs: 0.99 };

/** Counts and writes what the next orders bring. */
export async function writeFollowing(
  shop: ShopId, history: ShopHistory, ofCustomer: ReadonlyMap<string, DatedPurchase[]>, pieces: BuildPieces, { rowsPerPiece, neighboursPerPiece }: BuildSizes,
): Promise<Omit<Totals, "medianGap">> {
  const following = new CoPurchaseCounts();
  for (const orders of ofCustomer.values()) visitFollowing(orders, 1, following);
  const products = history.numbersOfProducts()
    .filter((number) => following.productOrders(asEarlier(number)) > 0 || following.productOrders(asLater(number)) > 0)
    .map((number) => ({ id: history.idOf(number), number }));
  await writeTable(pieces, [doneWithin.pairs, doneAfter.products], { products, rowsPerPiece, rowsOf: (product) => [productRow(product, following)] },
    (range, client) => saveRows(shop, "after_order_products", range, client));
  const known = { counts: following, idOf: (number: number) => history.idOf(number) };
  await writeMadeTable(pieces, [doneAfter.products, doneAfter.neighbours], { products, rowsPerPiece: neighboursPerPiece, rowsOf: (product) => [product] },
    ({ id, number }) => ({ id, after: closestAfter(known, number) }), (range, client) => saveLaterNeighbours(shop, range, client));
  const pairsFrom = ({ id, number }: Followed) => {
    const rows: PairToSave[] = [];
    following.visitPairsOf(asEarlier(number), (later, weight, orders, customers) => {
      if (orders !== 0) rows.push({ ofId: id, otherId: history.idOf(productOf(later)), weight, orders, customers });
    });
    return rows;
  };
  await writeTable(pieces, [doneAfter.neighbours, doneAfter.pairs], { products, rowsPerPiece, rowsOf: pairsFrom }, (range, client) => savePairs(shop, "after_order_pairs", range, client));
  return { weight: Math.round(following.shopWeight * WEIGHT_UNIT), orders: following.orders, threshold: evidenceThreshold(following) };
}

interface Followed {
  id: number;
  number: number;
}

function productRow({ id, number }: Followed, following: CoPurchaseCounts): object {
  const [from, to] = [following.productCount(asEarlier(number)), following.productCount(asLater(number))];
  return {
    product_id: id, from_weight: Math.round(from.weight * WEIGHT_UNIT), from_orders: from.orders, from_partners: from.partners,
    to_weight: Math.round(to.weight * WEIGHT_UNIT), to_orders: to.orders, to_partners: to.partners,
  };
}
