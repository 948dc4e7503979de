import type { BlockLine } from "../../../app/domain/placements/contract";
import { numberOfGid } from "./gid";
import { toMinor } from "./money";

interface Money {
  amount: number;
  currencyCode: string;
}
export interface CartLine {
  merchandise: { id: string; product: { id: string } };
  quantity: number;
  cost: { totalAmount: Money };
}

/** As many as the app takes. */
const MOST = 100;

/** The lines of a cart or order as the app reads them; lines without a product of the shop are left out. */
export function blockLines(lines: readonly CartLine[]): BlockLine[] {
  const told = lines.flatMap(({ merchandise, quantity, cost }) => {
    const productId = numberOfGid(merchandise.product.id);
    const variantId = numberOfGid(merchandise.id);
    if (productId === null || variantId === null) return [];
    return [{ productId, variantId, quantity, totalMinor: toMinor(cost.totalAmount.amount, cost.totalAmount.currencyCode) }];
  });
  return told.slice(0, MOST);
}
