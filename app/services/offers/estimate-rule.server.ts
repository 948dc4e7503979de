import { readCatalogueFacts } from "../../data/backtest/catalogue-facts.server";
import { listRecentPastOrders } from "../../data/backtest/recent-orders.server";
import { findShop } from "../../data/shops/shops.server";
import type { Placement } from "../../domain/offers/placement";
import { estimateRule } from "../../domain/offers/rule-estimate";
import type { RuleEstimate } from "../../domain/offers/rule-estimate";
import type { ConditionGroup } from "../../domain/rules/condition";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "./ids-in-condition";

/** Enough to tell a rule that fits from one that never does, and little enough to be read while staff type. */
const recent = 1_000;
/** Of their customers' earlier orders; beyond it somebody with very many is counted too low. */
const earlier = 4_000;
const each = 100;

/** How many of the shop's newest orders a rule lets through; null when the app is not installed. */
export async function estimateForShop(shop: ShopId, rule: ConditionGroup, placements: readonly Placement[], now: Date): Promise<RuleEstimate | null> {
  const [installation, sample] = await Promise.all([findShop(shop), listRecentPastOrders(shop, now, { recent, earlier, each })]);
  if (!installation) return null;
  const inOrders = sample.recent.flatMap(({ lines }) => lines.map(({ productId }) => productId));
  const facts = await readCatalogueFacts(shop, [...new Set([...inOrders, ...idsInCondition(rule).product])]);
  return estimateRule(rule, placements, sample, { ...facts, timeZone: installation.timeZone }, installation.currency);
}
