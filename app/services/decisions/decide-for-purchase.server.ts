import { courtesyReading } from "../../data/courtesy/history.server";
import { insertDecision, recordDecline, replaceUnseenDecision } from "../../data/decisions/decisions.server";
import type { NewDecision } from "../../data/decisions/decisions.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { purchaseReading, readPurchase } from "../../data/decisions/purchase.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { giftOfCheckoutReading } from "../../data/orders/gift-confidence.server";
import { readTogether } from "../../data/read-together.server";
import { sourcesReading } from "../../data/recommendations/sources.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import { encounterHorizonDays } from "../../domain/courtesy/history";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { isSamePurchase } from "../../domain/decisions/same-purchase";
import type { DecisionReply, PresentedOffer } from "../../domain/decisions/contract";
import { decide } from "../../domain/decisions/decide";
import type { CustomerHistory, ShopSnapshot } from "../../domain/decisions/decision";
import type { OrderFacts } from "../../domain/orders/order-facts";
import type { DeclinedOffer } from "../../domain/strategies/input";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";
import { completeFacts, historyToRead } from "./complete-facts.server";

/** An offer stays open this long: a shopper who went for a coffee may still accept, a tab found next day may not. */
const openMinutes = 30;
const placement = "post-purchase";
const nothing: DecisionReply = { render: false };
const defaultPolicy = defaultCourtesyPolicy();

/**
 * The offer for a purchase, decided once and stored. The same purchase gets the same answer; when its total or its items
 * change before anything was seen it is decided anew, afterwards what was seen stands. After an answer it is asked no
 * more, but for one page after a no: `after` names the decision that was declined, on this same purchase.
 */
export async function decideForPurchase({ shop, facts: told }: Purchase, after: string | null, now: Date): Promise<DecisionReply> {
  const { referenceId, customerKey } = told;
  const productIds = told.lines.map(({ productId }) => productId);
  const question = { placement, referenceId, customerKey, productIds } as const;
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return nothing;

  const step = after === null ? 1 : 2;
  const noted = after === null ? null : await readPurchase(shop, question);
  const declined = noted === null ? null : findDeclinable(noted.decisions, after);
  if (step === 2) {
    if (!declined) return nothing;
    // Asking for the next page is saying no to this one, should the message that said so be late or lost.
    await recordDecline(shop, declined.id, referenceId, now);
  }
  const [background, courtesy, sources, gift, past] = await readTogether(shop, [
    purchaseReading(question), courtesyReading(shop, courtesyQuestion(snapshot, told, now)), sourcesReading(shop, { productIds, customerKey, now }),
    // Known when the order's own event was quicker than its page.
    giftOfCheckoutReading(referenceId), historyToRead(told, snapshot, now),
  ]);
  if (!background) return nothing;

  const facts = completeFacts(told, { snapshot, background, history: past, now });
  const known = background.decisions.find((decision) => decision.step === step);
  if (known && (isSettled(known) || stands(known, facts, snapshot, now))) return replyFor(known, now);

  const accepted = background.decisions.flatMap(({ acceptance, offerId }) => (acceptance && offerId ? [offerId] : []));
  const history: CustomerHistory = {
    acceptedOfferIds: new Set(accepted), courtesy, sources, declined: declined?.presented ? declinedOffer(declined.presented) : null,
  };
  const decided = decideNow(snapshot, history, { step, facts, gift }, now);
  const id = known ? await replaceUnseenDecision(shop, known.id, decided) : await insertDecision(shop, decided);
  if (id) return decided.decision.chosen ? { render: true, decisionId: id, offer: decided.decision.chosen.presented } : nothing;

  // Another request for this purchase was quicker: its answer is the answer.
  const current = await readPurchase(shop, question);
  const winner = current?.decisions.find((decision) => decision.step === step);
  return winner ? replyFor(winner, now) : nothing;
}

/** The first page of the purchase, if it may be answered with a no. */
function findDeclinable(decisions: readonly StoredDecision[], after: string | null): StoredDecision | null {
  const found = decisions.find(({ id, step, outcome }) => id === after && step === 1 && outcome === "offered");
  return found && (found.acceptance === null || found.acceptance.state === "failed") ? found : null;
}

function courtesyQuestion({ offers, policy = defaultPolicy }: ShopSnapshot, { customerKey, referenceId }: Purchase["facts"], now: Date) {
  return { customerKey, referenceId, since: daysAfter(now, -encounterHorizonDays(policy)), liveOfferIds: offers.map(({ id }) => id) };
}

function declinedOffer({ offerId, productId, variants }: PresentedOffer): DeclinedOffer {
  return { offerId, productId, prices: variants.map(({ variantId, discountedMinor }) => ({ productId, variantId, unitMinor: discountedMinor })) };
}

interface Asked {
  step: 1 | 2;
  facts: OrderFacts;
  gift: GiftConfidence | null;
}

function decideNow(snapshot: ShopSnapshot, history: CustomerHistory, { step, facts, gift }: Asked, now: Date): NewDecision {
  const decision = decide(snapshot, { placement, step, facts, gift }, history, now);
  return { placement, step, facts, decision, decidedAt: now, expiresAt: new Date(now.getTime() + openMinutes * 60_000) };
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
