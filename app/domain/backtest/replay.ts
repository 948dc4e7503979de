import { defaultCourtesyPolicy } from "../courtesy/policy";
import type { ShownPrice } from "../courtesy/history";
import { deliberate } from "../decisions/decide";
import type { CustomerHistory, Decision, ShopSnapshot } from "../decisions/decision";
import type { Offer, OfferContent } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import type { StaffChoices } from "../strategies/staff-choices";
import { strategyOf } from "../strategies/strategy";
import { CompetingOffers } from "./competing";
import { CustomerLedger, type CustomerRecords } from "./customer-ledger";
import { isReplayable, knowsOrder, placementsPassed, unreachableAt } from "./moments";
import type { PastOrder } from "./past-order";
import { PastSources } from "./past-sources";
import { isKeptBack, reasonOf } from "./reason-of";
import { replayFacts, type Background } from "./replay-facts";
import type { BacktestResult, ReplayReason } from "./result";
import { ShownOffers, type Page } from "./shown-offers";
import { Tally } from "./tally";
import { offersOfReplay } from "./tested-offer";
import { unreachableReason } from "./unreachable";
import { areSame, pricesOf, productsShown, withDecline, withoutLimits } from "./what-if";

export interface ReplaySetup extends Background {
  /** The shop as it is today: its active offers, its catalogue, its courtesy policy. */
  snapshot: ShopSnapshot;
  /** Null for an offer that was never saved. */
  offer: { id: string; priority: number } | null;
  content: OfferContent;
  /** Refunds and opt-outs; left out: there were none. */
  records?: CustomerRecords;
  /** Staff's pins and exclusions among companions; left out: none. */
  choices?: StaffChoices;
  now: Date;
  /** By what share the past grows before neighbours and the like are worked out anew (0: whenever they are asked for); left out: by half. */
  growth?: number;
}

const NONE_ACCEPTED: ReadonlySet<string> = new Set();

/** One page of one order, with everything that was known there. */
interface Moment extends Page {
  order: PastOrder;
  /** Products that the page shows beside each other. */
  room: number;
  facts: OrderFacts;
  history: CustomerHistory;
}

/**
 * Replays an offer on a shop's past orders, told one by one in order of time: each page that an order reached is decided
 * by the same `decide` as in production, with what was bought until then and what the replay has shown until then.
 * Whatever is shown counts as seen and not answered; whether anybody would have accepted cannot be known from orders on
 * which nothing was asked. A downsell is tried as if the page before it had been declined each time.
 */
export class Replay {
  private readonly ledger: CustomerLedger;
  private readonly shown = new ShownOffers();
  private readonly sources: PastSources;
  private readonly tally = new Tally();
  private readonly factsOf: (order: PastOrder, placement: Placement) => OrderFacts;
  private readonly snapshot: ShopSnapshot;
  /** All offers, and all but the tested one. */
  private readonly all: CompetingOffers;
  private readonly others: CompetingOffers;
  /** The same shop without first-order thanks. */
  private readonly unlimited: ShopSnapshot;
  private readonly prices = new Map<number, readonly ShownPrice[]>();
  private readonly tested: Offer;
  private readonly isDownsell: boolean;
  private readonly passed: readonly Placement[];
  private orders = 0;
  private lines = 0;
  private unreachable = 0;
  private firstAt: Date | null = null;
  private lastAt: Date | null = null;

  constructor(setup: ReplaySetup) {
    const { snapshot, content, records, choices, growth } = setup;
    const { tested, offers } = offersOfReplay(snapshot, setup.offer, content, setup.now);
    this.tested = tested;
    this.snapshot = { ...snapshot, offers };
    this.all = new CompetingOffers(offers, tested);
    this.others = new CompetingOffers(offers, null, tested);
    this.unlimited = { ...this.snapshot, policy: { ...(snapshot.policy ?? defaultCourtesyPolicy()), isFirstOrderThanksOnly: false } };
    this.isDownsell = strategyOf(content).kind === "downsell";
    // Offers elsewhere count too: courtesy has one budget for all placements.
    this.passed = placementsPassed(offers.flatMap((offer) => offer.content.placements));
    this.ledger = new CustomerLedger(records);
    this.sources = new PastSources({ offers, products: snapshot.products, ...(choices && { choices }), ...(growth !== undefined && { growth }) });
    this.factsOf = replayFacts(setup, this.ledger, this.shown);
  }

  add(order: PastOrder): void {
    this.orders += 1;
    this.lines += order.lines.length;
    this.firstAt ??= order.processedAt;
    this.lastAt = order.processedAt;
    const { currency } = this.snapshot;
    if (unreachableReason(order, currency)) this.unreachable += 1;
    for (const placement of this.passed) {
      const unreachable = unreachableAt(placement, order, currency);
      const isTested = this.tested.content.placements.includes(placement);
      const reason: ReplayReason | null = unreachable === null ? this.visit(order, placement, isTested) : { group: "unreachable", code: unreachable };
      if (isTested && reason) this.tally.note(order, placement, reason);
    }
    this.ledger.add(order);
    this.sources.add(order);
  }

  result(): BacktestResult {
    const { tally, orders, lines, unreachable } = this;
    const placements = this.tested.content.placements.map((placement) => {
      const of = (group: ReplayReason["group"]) => tally.of(group, placement);
      const [shown, displaced, capped] = [of("shown"), of("displaced"), of("courtesy")];
      const replayable = isReplayable(placement);
      return { placement, replayable, asked: replayable ? orders - of("unreachable") : 0, qualified: shown + displaced + capped, shown, displaced, capped };
    });
    return {
      currency: this.snapshot.currency, orders, lines, unreachable, placements, evidence: "then", isDownsell: this.isDownsell,
      firstAt: this.firstAt?.toISOString() ?? null, lastAt: this.lastAt?.toISOString() ?? null,
      ...tally.finish((productId) => this.availableOf(productId)),
    };
  }

  /** Shows what production would have shown on a page; what became of the tested offer there, where it is asked for. */
  private visit(order: PastOrder, placement: Placement, isTested: boolean): ReplayReason | null {
    const courtesy = { encounters: this.shown.before(order), ...this.ledger.courtesyBefore(order) };
    const room = this.roomAt(placement);
    const { customerKey, processedAt } = order;
    const history: CustomerHistory = { acceptedOfferIds: NONE_ACCEPTED, courtesy, sources: this.sources.before({ customerKey, processedAt, placement, room }) };
    const first: Moment = { order, placement, room, step: 1, facts: this.factsOf(order, placement), history };
    const ask = asker(this.snapshot, first);
    const decision = this.show(first, ask);
    if (!isTested) return null;
    if (!this.isDownsell) return this.outcome(decision, first, ask);
    if (!decision.chosen) return { group: "offer", code: "onlyAfterDecline" };
    const second: Moment = { ...first, step: 2, history: withDecline(history, this.shown.before(order), decision.chosen.presented, order.processedAt) };
    const askAgain = asker(this.snapshot, second);
    return this.outcome(this.show(second, askAgain), second, askAgain);
  }

  private show(moment: Moment, ask: Ask): Decision {
    const decision = ask(this.all.at(moment.placement, moment.facts).offers);
    const offer = decision.chosen?.offer ?? (decision.outcome === "offered" ? decision.shown?.offer : undefined);
    if (offer) this.shown.add(moment.order, moment, { offerId: offer.id, prices: this.kept(pricesOf(productsShown(decision))) });
    return decision;
  }

  private outcome(decision: Decision, moment: Moment, ask: Ask): ReplayReason {
    const { id, content } = this.tested;
    const reason = reasonOf(decision, id);
    if (reason.group === "displaced") {
      // Behind the chosen offer nothing is looked into: whether this one fits shows when it is alone.
      const alone = reasonOf(ask(this.all.alone(), "any"), id);
      if (alone.group !== "shown") return alone;
      const before = decision.chosen?.offer.id ?? decision.shown?.offer.id ?? decision.candidates.find(({ code }) => code === "thanked")?.offerId;
      if (before !== undefined) this.tally.collide("displacedBy", before);
    }
    if (isKeptBack(decision) && reason.group === "courtesy") {
      // Nor is anything when courtesy ends the matter: whether it would have fitted shows without the limits.
      const { group, ...free } = reasonOf(asker(this.unlimited, { ...moment, history: withoutLimits(moment.history, moment.facts.referenceId) })(this.all.alone(), "any"), id);
      return group === "shown" || group === "courtesy" ? reason : { group, ...free };
    }
    if (reason.group !== "shown" || !decision.chosen) return reason;
    const { offers, others } = this.others.at(moment.placement, moment.facts);
    const next = others > 0 ? ask(offers).chosen : null;
    if (next) this.tally.collide("displaces", next.offer.id);
    this.tally.show(productsShown(decision), content);
    return reason;
  }

  /** Thousands of customers see a product at the same prices: one list does for all of them. */
  private kept(prices: readonly ShownPrice[]): readonly ShownPrice[] {
    const productId = prices[0]?.productId ?? 0;
    const known = this.prices.get(productId);
    if (known && areSame(known, prices)) return known;
    this.prices.set(productId, prices);
    return prices;
  }

  private roomAt(placement: Placement): number {
    const settings = this.snapshot.placements?.[placement];
    return settings && "products" in settings ? settings.products : 1;
  }

  /** Null when the stock of a variant is not counted. */
  private availableOf(productId: number): number | null {
    const variants = this.snapshot.products.get(productId)?.variants ?? [];
    return variants.reduce<number | null>((sum, { available }) => (sum === null || available === null ? null : sum + Math.max(0, available)), 0);
  }
}

/** Decides a page among some of the shop's offers; whether one could be shown at all is asked with "any". */
type Ask = ReturnType<typeof deliberate>;

function asker(shop: ShopSnapshot, { order, placement, step, room, facts, history }: Moment): Ask {
  return deliberate(shop, { placement, step, facts, room, gift: knowsOrder(placement) ? order.gift : null }, history, order.processedAt);
}
