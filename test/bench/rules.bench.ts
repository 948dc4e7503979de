import type { Benchmark } from "./benchmark";
import { engineOf, engineFacts } from "./rules/engine";
import { benchFacts, benchRules } from "./rules/material";
import { measure } from "./rules/measure";
import { compile } from "../../app/domain/rules/compile";
import { evaluate } from "../../app/domain/rules/evaluate";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 3);

/**
 * The same rules on the same orders, in one process and one after the other: each order is held against every rule,
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
    const ask = (answer: (at: number, order: number) => { truth: string }) => () => {
      for (let order = 0; order < orders.length; order += 1) {
        for (let at = 0; at < rules.length; at += 1) if (answer(at, order).truth === "met") met += 1;
      }
    };
    const round = rules.length * orders.length;
    const theirs = await measure("json-rules-engine", round, seconds, async () => {
      for (const facts of flat) met += (await engine.run(facts)).events.length;
    });
    const interpreted = await measure("Encore, evaluated", round, seconds, ask((at, order) => pick(rules, at, order, orders)));
    const fast = await measure("Encore, compiled", round, seconds, ask((at, order) => {
      const rule = compiled[at];
      const facts = orders[order];
      if (!rule || !facts) throw new RangeError("No such rule or order");
      return rule(facts, null);
    }));
    if (met === 0) throw new Error("No rule was ever met");

    console.log(`\n${rules.length} rules, ${orders.length} orders; an operation is one rule answered for one order`);
    for (const { label, perSecond } of [theirs, interpreted, fast]) {
      console.log(`  ${label.padEnd(20)} ${perSecond.toLocaleString("en", { maximumFractionDigits: 0 }).padStart(12)} ops/s  ${(perSecond / theirs.perSecond).toFixed(1).padStart(7)} x`);
    }
    return { subject: fast, baseline: theirs };
  },
};

function pick(rules: ReturnType<typeof benchRules>, at: number, order: number, orders: ReturnType<typeof benchFacts>) {
  const rule = rules[at];
  const facts = orders[order];
  if (!rule || !facts) throw new RangeError("No such rule or order");
  return evaluate(rule, facts);
}
