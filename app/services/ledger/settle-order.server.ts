import { inTransaction } from "../../data/database.server";
import { appendEntries, listEntries } from "../../data/ledger/ledger.server";
import { confirmAcceptance, linkDecisions, listConfirmed, listOpenAcceptances, setPaymentState } from "../../data/ledger/order-acceptances.server";
import { listConfirmedClaims } from "../../data/ledger/order-claims.server";
import { lockOrder } from "../../data/ledger/settled-order.server";
import { confirmedAmount, missingEntries } from "../../domain/ledger/entries";
import type { AddedLine } from "../../domain/ledger/match-lines";
import { matchLines } from "../../domain/ledger/match-lines";
import { isUnpaid } from "../../domain/orders/mirrored-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { listAddedLines } from "../../shopify/ledger/added-lines.server";
import { settleClaims } from "./settle-claims.server";

/**
 * Brings decisions, acceptances and ledger in line with an order as the mirror holds it: ties the purchase's decisions to
 * it, confirms acceptances whose very line Shopify says this app added, and what was chosen of blocks by the marks of its
 * lines and its codes, and records what was kept, given back or not paid. An acceptance counts only from here on.
 * Repetition and order of events make no difference; an order that the mirror does not hold is left alone. Throws ShopifyApiError when Shopify has to be asked and does not answer.
 */
export async function settleOrder(shop: ShopId, orderId: number, now: Date): Promise<void> {
  const known = await inTransaction(async (client) => {
    const order = await lockOrder(shop, orderId, client);
    if (order?.checkoutToken) await linkDecisions(shop, order.checkoutToken, orderId, client);
    return order !== null;
  });
  if (!known) return;

  const open = await listOpenAcceptances(shop, orderId);
  // Asked outside the transaction: Shopify may take its time, and nobody should wait for it.
  const added = open.length > 0 ? await listAddedLines(shop, orderId) : [];
  await settle(shop, orderId, added, now);
}

async function settle(shop: ShopId, orderId: number, added: readonly AddedLine[], now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const order = await lockOrder(shop, orderId, client);
    if (!order) return;

    const confirmed = await listConfirmed(shop, orderId, client);
    const open = await listOpenAcceptances(shop, orderId, client);
    for (const { acceptance, line } of matchLines(open, added, confirmed.map(({ lineId }) => lineId))) {
      const mirrored = order.lines.find(({ id }) => id === line.lineId);
      // The mirror is behind the edit; the edit's own event settles again.
      if (!mirrored) continue;
      const amountMinor = confirmedAmount({ quantity: acceptance.quantity, shownMinor: acceptance.amountMinor }, mirrored);
      await confirmAcceptance(shop, { decisionId: acceptance.decisionId, lineId: line.lineId, amountMinor, addedAt: line.addedAt }, now, client);
    }

    await settleClaims(shop, order, await listConfirmed(shop, orderId, client), client);

    await setPaymentState(shop, orderId, isUnpaid(order.financialStatus) ? "unpaid" : "confirmed", now, client);
    const existing = await listEntries(shop, orderId, client);
    const accepted = [...await listConfirmed(shop, orderId, client), ...await listConfirmedClaims(shop, orderId, client)];
    const entries = accepted.flatMap((acceptance) => missingEntries(acceptance, order, existing));
    await appendEntries(shop, orderId, entries, now, client);
  });
}
