import { decide } from "../decisions/decide";
import type { CustomerHistory, Decision, ShopSnapshot } from "../decisions/decision";
import type { Offer, OfferContent } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import type { CourtesyCheck } from "./courtesy-check";
import { CustomerLedger } from "./customer-ledger";
import type { PastOrder } from "./past-order";
import type { Background } from "./replay-facts";
import { replayFacts } from "./replay-facts";
import type { BacktestResult, ReplayReason } from "./result";
import { ShownOffers } from "./shown-offers";
import { Tally } from "./tally";
import { offersOfReplay } from "./tested-offer";
import { unreachableReason } from "./unreachable";

export interface ReplaySetup extends Background {
  /** The shop as it is today: its active offers, and the products that these and the tested offer name. */
  snapshot: ShopSnapshot;
  /** Null for an offer that was never saved. */
  offer: { id: string; priority: number } | null;
  content: OfferContent;
  /** Left out: no courtesy policy is assumed. */
  courtesy?: CourtesyCheck;
  now: Date;
}

const noAnswers: CustomerHistory = { declinedOfferIds: new Set(), acceptedOfferIds: new Set() };

/**
 * Replays an offer on a shop's past orders, told one by one in order of time: each reachable order is decided by the
 * same `decide` as in production. Whatever is shown counts as seen and not answered; whether anybody would have accepted
 * cannot be known from orders on which nothing was asked.
 */
export class Replay {
  private readonly ledger = new CustomerLedger();
  private readonly shown = new ShownOffers();
  private readonly tally = new Tally();
  private readonly factsOf: (order: PastOrder) => OrderFacts;
  private readonly snapshot: ShopSnapshot;
  private readonly tested: Offer;
  private readonly others: readonly Offer[];
  private readonly placements: readonly Placement[];
  private orders = 0;
  private lines = 0;
  private unreachable = 0;
  private firstAt: Date | null = null;
  private lastAt: Date | null = null;

  constructor(private readonly setup: ReplaySetup) {
    const { tested, offers } = offersOfReplay(setup.snapshot, setup.offer, setup.content, setup.now);
    this.tested = tested;
    this.others = offers.filter((offer) => offer !== tested);
    this.snapshot = { ...setup.snapshot, offers };
    this.placements = setup.content.placements;
    this.factsOf = replayFacts(setup, this.ledger, this.shown);
  }

  add(order: PastOrder): void {
    this.orders += 1;
    this.lines += order.lines.length;
    this.firstAt ??= order.processedAt;
    this.lastAt = order.processedAt;
    const unreachable = unreachableReason(order, this.snapshot.currency);
    if (unreachable) this.unreachable += 1;
    const facts = unreachable ? null : this.factsOf(order);
    for (const placement of this.placements) {
      this.tally.note(order, placement, facts ? this.decideOn(order, placement, facts) : { group: "unreachable", code: unreachable ?? "" });
    }
    this.ledger.add(order);
  }

  result(): BacktestResult {
    const { snapshot, tally } = this;
    const placements = this.placements.map((placement) => {
      const of = (group: ReplayReason["group"]) => tally.of(group, placement);
      const [shown, displaced, capped] = [of("shown"), of("displaced"), of("courtesy")];
      return { placement, asked: this.orders - this.unreachable, qualified: shown + displaced + capped, shown, displaced, capped };
    });
    const { orders, lines, unreachable } = this;
    return {
      currency: snapshot.currency, orders, lines, unreachable, placements,
      firstAt: this.firstAt?.toISOString() ?? null, lastAt: this.lastAt?.toISOString() ?? null,
      ...tally.finish((productId) => this.availableOf(productId)),
    };
  }

  private decideOn(order: PastOrder, placement: Placement, facts: OrderFacts): ReplayReason {
    const ask = (offers: readonly Offer[]) => decide({ ...this.snapshot, offers }, { placement, step: 1, facts }, noAnswers, order.processedAt);
    const decision = ask(this.snapshot.offers);
    const { chosen } = decision;
    const capped = chosen && this.courtesyRefusal(chosen.offer.id, placement, order, facts);
    if (chosen && !capped) this.shown.add(order, placement, chosen.presented);
    const reason = reasonOf(decision, this.tested.id);
    if (reason.group === "displaced") {
      // Behind the chosen offer nothing is looked into: whether this one fits shows when it is alone.
      const alone = reasonOf(ask([this.tested]), this.tested.id);
      if (alone.group !== "shown") return alone;
      if (chosen) this.tally.collide("displacedBy", chosen.offer.id);
    }
    if (reason.group !== "shown" || !chosen) return reason;
    const next = this.others.length > 0 ? ask(this.others).chosen : null;
    if (next) this.tally.collide("displaces", next.offer.id);
    if (capped) return { group: "courtesy", code: capped };
    this.tally.show(chosen.presented, this.tested.content);
    return reason;
  }

  private courtesyRefusal(offerId: string, placement: Placement, { customerKey, processedAt: at }: PastOrder, facts: OrderFacts): string | null {
    const { courtesy, snapshot: { shop } } = this.setup;
    return courtesy?.({ shop, offerId, placement, facts, encounters: this.shown.of(customerKey), at }) ?? null;
  }

  /** Null when the stock of a variant is not counted. */
  private availableOf(productId: number): number | null {
    const variants = this.snapshot.products.get(productId)?.variants ?? [];
    return variants.reduce<number | null>((sum, { available }) => (sum === null || available === null ? null : sum + Math.max(0, available)), 0);
  }
}

/** What a decision says of one of its offers. */
export function reasonOf({ general, candidates }: Decision, offerId: string): ReplayReason {
  if (general !== null) return { group: "general", code: general };
  const candidate = candidates.find((entry) => entry.offerId === offerId);
  if (!candidate) return { group: "general", code: "noOffers" };
  switch (candidate.code) {
    case "chosen": return { group: "shown", code: "" };
    case "lessValue":
    case "lowerPriority": return { group: "displaced", code: "" };
    case "ruleNotMet":
    case "ruleUnknown": return { group: "offer", code: candidate.code, kind: candidate.kind, path: candidate.path };
    case "noProduct": return { group: "offer", code: productCodeOf(candidate.products) };
    default: return { group: "offer", code: candidate.code };
  }
}

/** One product decides for itself; of several that cannot be offered only that none could. */
function productCodeOf(products: readonly { code: string }[]): string {
  const codes = new Set(products.map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : "noProduct";
}
