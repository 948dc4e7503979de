import type { OrderFacts } from "../orders/order-facts";
import type { Condition, ConditionGroup } from "./condition";
import { isGroup } from "./condition";
import { compileLeaf } from "./compile-leaf";
import type { Verdict } from "./evaluate";
import { isAboutOrder } from "./knowable";
import { not } from "./verdict";

/** `offerId` is what "this offer" means in the rule. The facts have to stay as they are once they were asked about. */
export type CompiledRule = (facts: OrderFacts, offerId: string | null) => Verdict;

const compiled = new WeakMap<ConditionGroup, CompiledRule>();

/** A rule made ready once, for as long as its tree lives: the answers of `evaluate`, without walking lists anew each time. */
export function compiledRule(rule: ConditionGroup): CompiledRule {
  const known = compiled.get(rule);
  if (known) return known;
  const made = compile(rule);
  compiled.set(rule, made);
  return made;
}

/** The answers of `evaluate` as a function; a property test holds the two together. */
export function compile(condition: Condition): CompiledRule {
  return compileAt(condition, "");
}

function compileAt(condition: Condition, path: string): CompiledRule {
  if (isGroup(condition)) return compileGroup(condition, path);
  const ask = compileLeaf(condition);
  const answers = answersAt(path, condition.kind);
  if (isAboutOrder(condition.kind)) return (facts, offerId) => (facts.isWithoutOrder ? answers.unknown : answers[ask(facts, offerId)]);
  return (facts, offerId) => answers[ask(facts, offerId)];
}

function compileGroup(group: ConditionGroup, path: string): CompiledRule {
  const parts = group.conditions.map((part, index) => compileAt(part, path === "" ? String(index) : `${path}.${index}`));
  const answers = answersAt(path, group.kind);
  const isAll = group.kind === "all";
  const isNone = group.kind === "none";
  const deciding = isAll ? "notMet" : "met";
  const whole = isAll || isNone ? answers.met : answers.notMet;
  return (facts, offerId) => {
    let unknown: Verdict | null = null;
    for (const part of parts) {
      const verdict = part(facts, offerId);
      if (verdict.truth === deciding) return isNone ? { ...verdict, truth: not(verdict.truth) } : verdict;
      if (verdict.truth === "unknown") unknown ??= verdict;
    }
    return unknown ?? whole;
  };
}

/** The three verdicts of one place in a rule, made beforehand. */
function answersAt(path: string, kind: Condition["kind"]): Record<Verdict["truth"], Verdict> {
  return { met: { truth: "met", path, kind }, notMet: { truth: "notMet", path, kind }, unknown: { truth: "unknown", path, kind } };
}
