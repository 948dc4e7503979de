import { courtesyReading } from "../../data/courtesy/history.server";
import { insertDecision, replaceUnseenDecision } from "../../data/decisions/decisions.server";
import type { NewDecision } from "../../data/decisions/decisions.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { giftOfCheckoutReading } from "../../data/orders/gift-confidence.server";
import type { BlockBackground } from "../../data/placements/background.server";
import { readBlockBackground } from "../../data/placements/background.server";
import { readTogether } from "../../data/read-together.server";
import { sourcesReading } from "../../data/recommendations/sources.server";
import { afterOrder } from "../../domain/strategies/sources";
import { daysAfter } from "../../domain/courtesy/days";
import { encounterHorizonDays } from "../../domain/courtesy/history";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { decide } from "../../domain/decisions/decide";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import { isSamePurchase } from "../../domain/decisions/same-purchase";
import { momentFacts } from "../../domain/offers/schedule";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { OrderFacts } from "../../domain/orders/order-facts";
import type { AskedPlacement, BlockLook, BlockQuestion, BlockReply } from "../../domain/placements/contract";
import { wordsIn } from "../../domain/placements/block-words";
import { currentBlock } from "../../domain/placements/current-block";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import type { ShopId } from "../../domain/shops/shop-id";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";
import { isOptedOut } from "../courtesy/opt-out.server";
import { blockFacts } from "./block-facts.server";

/** How long what was shown stays open, and its price with it: as long as somebody may reasonably have the page in front of them. */
const openHours: Record<AskedPlacement, number> = { checkout: 1, "thank-you": 2, "order-status": 72, account: 24, "e-mail": 7 * 24, receipt: 14 * 24 };
const nothing: BlockReply = { show: false };
const defaultPolicy = defaultCourtesyPolicy();

/**
 * What a block shows, decided once and stored: one decision a purchase and placement, in the customer account one a
 * customer and day, so that reloading is one impression. Decided anew while nobody saw it and the purchase changes.
 */
export async function decideForBlock({ shop, customerId }: ExtensionCaller, question: BlockQuestion<AskedPlacement>, now: Date): Promise<BlockReply> {
  const { placement, checkoutToken = null } = question;
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return nothing;
  const ownKey = customerId === null ? null : customerKeyOf({ customerId });
  const referenceId = placement === "account" ? ownKey && `${ownKey} ${momentFacts(now, snapshot.timeZone).date}` : checkoutToken;
  if (referenceId === null) return nothing;
  const asked = { placement, referenceId, checkoutToken: placement === "account" ? null : checkoutToken, customerKey: ownKey, now };
  const background = await readBlockBackground(shop, asked);
  if (!background) return nothing;

  const facts = await blockFacts(shop, question, { referenceId, snapshot, background, isLoggedIn: ownKey !== null, now });
  const parts: ReplyParts = { question, facts, snapshot, now };
  const known = background.decision;
  if (known && isSettled(known)) return (await isClosed(shop, background)) ? nothing : replyFor(known, parts);
  if (known && stands(known, parts) && !background.elsewhere.isOpen && !(await isClosed(shop, background))) return replyFor(known, parts);

  const decided = await decideNow(shop, parts, background);
  const id = known ? await replaceUnseenDecision(shop, known.id, decided) : await insertDecision(shop, decided);
  if (id) {
    const { shown } = decided.decision;
    return replyFor({ id, block: shown?.block ?? null, offerId: shown?.offer.id ?? null, declinedAt: null, expiresAt: decided.expiresAt }, parts);
  }
  // Another request was quicker, or it was seen meanwhile: what is stored is the answer.
  const stored = (await readBlockBackground(shop, asked))?.decision;
  return stored ? replyFor(stored, parts) : nothing;
}

interface ReplyParts {
  question: BlockQuestion<AskedPlacement>;
  facts: OrderFacts;
  snapshot: ShopSnapshot;
  now: Date;
}

async function decideNow(shop: ShopId, { question, facts, snapshot, now }: ReplyParts, { added }: BlockBackground): Promise<NewDecision> {
  const { placement, checkoutToken } = question;
  const { customerKey, referenceId } = facts;
  const { offers, policy = defaultPolicy } = snapshot;
  const settings = snapshot.placements?.[placement];
  const room = settings && "products" in settings ? settings.products : question.room;
  const [courtesy, sources, gift] = await readTogether(shop, [
    courtesyReading(shop, {
      customerKey, referenceId: checkoutToken ?? referenceId, since: daysAfter(now, -encounterHorizonDays(policy)), liveOfferIds: offers.map(({ id }) => id),
    }),
    sourcesReading(shop, { productIds: facts.lines.map(({ productId }) => productId), customerKey, now, isAfterOrder: placement !== "checkout", room }),
    checkoutToken === undefined || placement === "account" ? null : giftOfCheckoutReading(checkoutToken),
  ]);
  const known = placement === "checkout" ? sources : afterOrder(sources);
  const history = { acceptedOfferIds: new Set(added.map(({ offerId }) => offerId)), courtesy, sources: known };
  const decision = decide(snapshot, { placement, step: 1, facts, gift, room }, history, now);
  return { placement, step: 1, facts, decision, decidedAt: now, expiresAt: new Date(now.getTime() + openHours[placement] * 3_600_000) };
}

function isSettled({ impressionAt, declinedAt }: StoredDecision): boolean {
  return impressionAt !== null || declinedAt !== null;
}

/** A no to the offer, or to all offers, wherever it was said, takes back what was shown here too. */
async function isClosed(shop: ShopId, { elsewhere, customerKey }: BlockBackground): Promise<boolean> {
  return elsewhere.isDeclined || (customerKey !== null && (await isOptedOut(shop, customerKey)));
}

function stands(known: StoredDecision, { facts, snapshot, now }: ReplyParts): boolean {
  if (!isSamePurchase(known.facts, facts) || known.expiresAt <= now) return false;
  if (known.offerId === null) return true;
  return snapshot.offers.some(({ id, version }) => id === known.offerId && version === known.offerVersion);
}

type Answer = Pick<StoredDecision, "id" | "block" | "offerId" | "declinedAt" | "expiresAt">;

function replyFor({ id, block, offerId, declinedAt, expiresAt }: Answer, { question, facts, snapshot, now }: ReplyParts): BlockReply {
  if (!block || offerId === null || declinedAt !== null || expiresAt <= now) return nothing;
  const orderedProductIds = new Set([...facts.lines, ...question.lines].map(({ productId }) => productId));
  const current = currentBlock(block, { snapshot, offerId, orderedProductIds, room: question.room, now });
  return current ? { show: true, decisionId: id, block: current, look: lookOf(question, snapshot) } : nothing;
}

/** Only the customer account has no metafields of the shop; the other blocks know how they look before they ask. */
function lookOf({ placement, locale }: BlockQuestion<AskedPlacement>, { placements }: ShopSnapshot): BlockLook | undefined {
  if (placement !== "account" || !placements) return undefined;
  const { heading, layout, words } = placements.account;
  const language = shopperLanguageOf(locale);
  return { heading: heading[language] ?? null, layout, words: wordsIn(words, language) };
}
