import { CustomerLedger } from "../backtest/customer-ledger";
import { placementsPassed, unreachableAt } from "../backtest/moments";
import type { PastOrder } from "../backtest/past-order";
import { replayFacts } from "../backtest/replay-facts";
import type { Background } from "../backtest/replay-facts";
import { ShownOffers } from "../backtest/shown-offers";
import type { ConditionGroup } from "../rules/condition";
import { compile } from "../rules/compile";
import type { CompiledRule } from "../rules/compile";
import type { Placement } from "./placement";

/** How many of a sample of orders a rule lets through; nothing else of the offer is looked at. */
export interface RuleEstimate {
  orders: number;
  /** Of these, the ones that could reach at least one of the placements. */
  reachable: number;
  /** Of these, the ones that meet the rule at one of them. */
  qualified: number;
  /** Not met, but only for what past orders don't tell. */
  unknown: number;
  /** Reachable orders that meet each of the rule's outermost conditions by itself. */
  parts: number[];
  /** None of the placements leaves a trace on orders; then the other figures are 0. */
  isUntold: boolean;
}

interface Sample {
  /** What came before, in order of time: for what rules ask of customers. */
  earlier: readonly PastOrder[];
  recent: readonly PastOrder[];
}

/**
 * A quick estimate beside the form: the rule alone, asked of each order as its pages would have known it. What was
 * bought together, stock on the day, other offers and the courtesy policy are left to the full replay.
 */
export function estimateRule(rule: ConditionGroup, placements: readonly Placement[], { earlier, recent }: Sample, background: Background, shopCurrency: string): RuleEstimate {
  const passed = placementsPassed(placements);
  const found: RuleEstimate = { orders: recent.length, reachable: 0, qualified: 0, unknown: 0, parts: rule.conditions.map(() => 0), isUntold: passed.length === 0 };
  if (found.isUntold) return found;
  const ledger = new CustomerLedger();
  const factsOf = replayFacts(background, ledger, new ShownOffers());
  const whole = compile(rule);
  const parts = rule.conditions.map(compile);
  for (const order of earlier) ledger.add(order);
  for (const order of recent) {
    const pages = passed.filter((placement) => unreachableAt(placement, order, shopCurrency) === null).map((placement) => factsOf(order, placement));
    const truth = (ask: CompiledRule) => best(pages.map((facts) => ask(facts, null).truth));
    if (pages.length > 0) {
      found.reachable += 1;
      const verdict = truth(whole);
      if (verdict === "met") found.qualified += 1;
      else if (verdict === "unknown") found.unknown += 1;
      for (const [at, part] of parts.entries()) if (truth(part) === "met") found.parts[at] = (found.parts[at] ?? 0) + 1;
    }
    ledger.add(order);
  }
  return found;
}

/** One page that meets is enough. */
function best<Truth extends string>(truths: readonly Truth[]): Truth | "notMet" {
  return truths.find((truth) => truth === "met") ?? truths.find((truth) => truth === "unknown") ?? "notMet";
}
