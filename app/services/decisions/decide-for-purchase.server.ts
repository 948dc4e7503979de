import { insertDecision, replaceUnseenDecision } from "../../data/decisions/decisions.server";
import type { NewDecision } from "../../data/decisions/decisions.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { readPurchase } from "../../data/decisions/purchase.server";
import type { PurchaseBackground } from "../../data/decisions/purchase.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { isSamePurchase } from "../../domain/decisions/same-purchase";
import type { DecisionReply } from "../../domain/decisions/contract";
import { decide } from "../../domain/decisions/decide";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import type { OrderFacts } from "../../domain/orders/order-facts";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";
import { completeFacts } from "./complete-facts.server";

/** An offer stays open this long: a shopper who went for a coffee may still accept, a tab found next day may not. */
const openMinutes = 30;
const placement = "post-purchase";
const nothing: DecisionReply = { render: false };

/**
 * The offer for a purchase, decided once and stored. The same purchase gets the same answer; when its total or its items
 * change before anything was seen it is decided anew, afterwards what was seen stands. After an answer it is asked no more.
 */
export async function decideForPurchase({ shop, facts: told }: Purchase, now: Date): Promise<DecisionReply> {
  const question = { placement, referenceId: told.referenceId, customerKey: told.customerKey, productIds: told.lines.map(({ productId }) => productId) } as const;
  const [snapshot, background] = await Promise.all([getSnapshot(shop, now), readPurchase(shop, question)]);
  if (!snapshot || !background) return nothing;

  const facts = await completeFacts(shop, told, { snapshot, background, now });
  const [known] = background.decisions;
  if (known && (isSettled(known) || stands(known, facts, snapshot, now))) return replyFor(known, now);

  const decided = decideNow(snapshot, background, facts, now);
  const id = known ? await replaceUnseenDecision(shop, known.id, decided) : await insertDecision(shop, decided);
  if (id) return decided.decision.chosen ? { render: true, decisionId: id, offer: decided.decision.chosen.presented } : nothing;

  // Another request for this purchase was quicker: its answer is the answer.
  const current = await readPurchase(shop, question);
  const winner = current?.decisions[0];
  return winner ? replyFor(winner, now) : nothing;
}

function decideNow(snapshot: ShopSnapshot, { decisions, declinedOfferIds }: PurchaseBackground, facts: OrderFacts, now: Date): NewDecision {
  const accepted = decisions.flatMap(({ acceptance, offerId }) => (acceptance && offerId ? [offerId] : []));
  const history = { declinedOfferIds: new Set(declinedOfferIds), acceptedOfferIds: new Set(accepted) };
  const decision = decide(snapshot, { placement, step: 1, facts }, history, now);
  return { placement, step: 1, facts, decision, decidedAt: now, expiresAt: new Date(now.getTime() + openMinutes * 60_000) };
}

/** Seen or answered: nothing else is offered for this purchase. */
function isSettled({ impressionAt, declinedAt, acceptance }: StoredDecision): boolean {
  return impressionAt !== null || declinedAt !== null || acceptance !== null;
}

function stands(known: StoredDecision, facts: OrderFacts, snapshot: ShopSnapshot, now: Date): boolean {
  if (!isSamePurchase(known.facts, facts) || known.expiresAt <= now) return false;
  if (known.outcome === "nothing") return true;
  return snapshot.offers.some(({ id, version }) => id === known.offerId && version === known.offerVersion);
}

function replyFor({ id, presented, declinedAt, acceptance, expiresAt }: StoredDecision, now: Date): DecisionReply {
  // A signed acceptance may have been lost on its way: the page comes back, and the same choice gives the same token.
  const open = declinedAt === null && (acceptance === null || acceptance.state === "signed") && expiresAt > now;
  return presented && open ? { render: true, decisionId: id, offer: presented } : nothing;
}
