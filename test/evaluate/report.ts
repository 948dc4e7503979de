import { TASKS } from "./cross-sell/cases";
import type { Evaluation } from "./evaluation";
import type { History } from "./history/history";

/** The tables for people. */
export function formatReport(file: string, history: History, split: string, evaluation: Evaluation): string {
  const { crossSell, gate, reorder, timing, speed } = evaluation;
  const lines = [
    `${file}: ${history.orders.length} orders, ${history.lines} usable lines, ${history.productIds.length} products`,
    `${split} split: trained on ${evaluation.trainOrders} orders, measured on ${evaluation.testOrders}`,
    "",
    ...table(
      ["cross-sell: hit rate, MRR at 6, NDCG at 10, coverage", ...TASKS],
      crossSell.map(({ name, figures }) => [
        name,
        ...TASKS.map((task) => {
          const { hr6, mrr6, ndcg10, coverage6 } = figures[task];
          return [hr6, mrr6, ndcg10, coverage6].map(share).join(" ");
        }),
      ]),
    ),
    `standard errors of the hit rates: ${TASKS.map((task) => `${task} ${share(crossSell[0].figures[task].hr6Error)}`).join(", ")}`,
    "",
    `evidence gate: ${gate.pairs} pairs bought together, false discoveries ${percent(gate.falseDiscoveryRate)}, ` +
      `${percent(gate.seedsCovered)} of seeds have one`,
    "",
    ...table(
      ["reorder at 10", "Recall", "NDCG", "PHR"],
      reorder.map(({ name, figures }) => [name, share(figures.recall10), share(figures.ndcg10), share(figures.phr10)]),
    ),
    `standard error of the recall: ${share(reorder[0].figures.recall10Error)} (${reorder[0].figures.customers} customers)`,
    "",
    ...(timing
      ? table(
          ["timing", "median error (days)", "prompt precision", "reached"],
          timing.map(({ name, figures }) => [
            name,
            figures.medianAbsoluteDays === null ? "-" : figures.medianAbsoluteDays.toFixed(1),
            share(figures.promptPrecision),
            share(figures.reached),
          ]),
        )
      : ["timing: this history cannot tell (no dates, or no repeat purchase with 90 days after it)"]),
    "",
    `speed on one core, warmed up (processor time; quickest of three for each query): ${Math.round(speed.ordersPerSecond).toLocaleString("en")} orders/s counted; query median ` +
      `${speed.queryMedianMs.toFixed(2)} ms, p99 ${speed.queryP99Ms.toFixed(2)} ms; counts ${Math.round(speed.countMegabytes)} MB`,
  ];
  return lines.join("\n");
}

/** The object that `--json` prints. */
export function jsonReport(file: string, history: History, evaluation: Evaluation, seconds: number): object {
  const { gate, reorder, timing, speed } = evaluation;
  const [encore] = evaluation.crossSell;
  const shown = Object.fromEntries(
    TASKS.map((task) => {
      const { hr6, mrr6, ndcg10, coverage6 } = encore.figures[task];
      return [task, { hr6, mrr6, ndcg10, coverage6 }];
    }),
  );
  const { recall10, ndcg10, phr10 } = reorder[0].figures;
  const due = timing?.[0]?.figures;
  return {
    history: file,
    orders: history.orders.length,
    crossSell: shown,
    gate: { falseDiscoveryRate: gate.falseDiscoveryRate, seedsCovered: gate.seedsCovered },
    reorder: { recall10, ndcg10, phr10 },
    timing: due ? { medianAbsoluteDays: due.medianAbsoluteDays, promptPrecision: due.promptPrecision, reached: due.reached } : null,
    speed,
    seconds,
  };
}

function table(header: string[], rows: string[][]): string[] {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => (row[column] ?? "").length)));
  return [header, ...rows].map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "),
  );
}

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3).replace(/^0\./, ".");
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
