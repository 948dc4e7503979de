import type { Transaction } from "../../data/database.server";
import { confirmClaim, listConfirmedClaims, listOpenClaims, noteReuse } from "../../data/ledger/order-claims.server";
import type { OrderToSettle } from "../../data/ledger/settled-order.server";
import type { ConfirmedAcceptance } from "../../domain/ledger/entries";
import { matchClaims } from "../../domain/ledger/match-claims";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { readOfferAttribute } from "../discounts/offer-attribute.server";

/** Confirms what was chosen of blocks by the lines of an order that carry this shop's own signature, or by its codes. */
export async function settleClaims(shop: ShopId, order: OrderToSettle, confirmed: readonly ConfirmedAcceptance[], client: Transaction): Promise<void> {
  const lines = order.lines.map((line) => ({ ...line, claimIds: line.claim === null ? [] : readOfferAttribute(shop, line.claim).map(({ claimId }) => claimId) }));
  const carried = [...new Set(lines.flatMap(({ claimIds }) => claimIds))];
  const paid = lines.flatMap(({ claimIds, totalMinor, quantity }) => claimIds.map((claimId) => ({ claimId, unitMinor: Math.ceil(totalMinor / Math.max(1, quantity)) })));
  const reused = await noteReuse(shop, order.id, paid, client);
  if (reused.length > 0) log.warn({ shop, orderId: order.id, claims: reused }, "an offer was used by two orders");
  const open = await listOpenClaims(shop, carried, order.discountCodes, client);
  if (open.length === 0) return;
  const takenLineIds = [...confirmed, ...await listConfirmedClaims(shop, order.id, client)].map(({ lineId }) => lineId);
  for (const matched of matchClaims(open, { ...order, lines }, takenLineIds)) await confirmClaim(shop, order.id, matched, order.processedAt, client);
}
