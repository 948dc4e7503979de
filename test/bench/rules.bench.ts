import type { OrderFacts } from "../../app/domain/orders/order-facts";
import { compile } from "../../app/domain/rules/compile";
import { evaluate } from "../../app/domain/rules/evaluate";
import type { Benchmark } from "./benchmark";
import { engineOf, engineFacts } from "./rules/engine";
import { benchFacts, benchRules } from "./rules/material";
import { measureInTurn } from "./rules/measure";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 3);

/**
 * The same rules on the same orders, in one process and taking turns: each order is held against every rule,
 * and an operation is one rule answered for one order. Both get everything that can be made ready beforehand: Encore's
 * rules compiled, the other's engine filled once and given each order's facts as flat lists, so that it looks nothing
 * up; it answers met or not, Encore also unknown, and which condition decided. Their answers are compared first.
 */
export const benchmark: Benchmark = {
  name: "Rules against json-rules-engine",
  async run() {
    const rules = benchRules();
    const orders = benchFacts();
    const compiled = rules.map((rule) => compile(rule));
    const engine = engineOf(rules);
    const flat = orders.map(engineFacts);

    for (const [index, facts] of orders.entries()) {
      const ours = compiled.flatMap((rule, at) => (rule(facts, null).truth === "met" ? [String(at)] : []));
      const { events } = await engine.run(flat[index]);
      const theirs = events.map(({ type }) => type).sort((one, other) => Number(one) - Number(other));
      if (ours.join() !== theirs.join()) throw new Error(`The engines disagree on order ${index}: ${ours.join()} and ${theirs.join()}`);
    }

    let met = 0;
    const each = (answer: (at: number, facts: OrderFacts) => { truth: string }) => () => {
      for (const facts of orders) {
        for (let at = 0; at < rules.length; at += 1) if (answer(at, facts).truth === "met") met += 1;
      }
    };
    const [theirs, evaluated, fast] = await measureInTurn([
      { label: "json-rules-engine", round: async () => { for (const facts of flat) met += (await engine.run(facts)).events.length; } },
      { label: "Encore, evaluated", round: each((at, facts) => evaluate(itemAt(rules, at), facts)) },
      { label: "Encore, compiled", round: each((at, facts) => itemAt(compiled, at)(facts, null)) },
    ], rules.length * orders.length, seconds);
    if (!theirs || !evaluated || !fast) throw new Error("Three were measured");
    if (met === 0) throw new Error("No rule was ever met");

    console.log(`\n${rules.length} rules, ${orders.length} orders; an operation is one rule answered for one order`);
    for (const { label, perSecond } of [theirs, evaluated, fast]) {
      console.log(`  ${label.padEnd(20)} ${perSecond.toLocaleString("en", { maximumFractionDigits: 0 }).padStart(12)} ops/s  ${(perSecond / theirs.perSecond).toFixed(1).padStart(7)} x`);
    }
    return { subject: fast, baseline: theirs };
  },
};

function itemAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`Nothing at ${index}`);
  return item;
}
