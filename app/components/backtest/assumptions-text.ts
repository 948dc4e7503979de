import type { BacktestView } from "../../domain/backtest/view";

type Result = Pick<NonNullable<BacktestView["result"]>, "evidence" | "isDownsell" | "placements">;

const always = [
  "Whether anyone would have accepted: nobody was asked, so acceptance can’t be tested on the past. Every showing counts as seen and not answered.",
  "Products, prices and stock are today’s, not those of the day of the order.",
  "Your active offers count as live the whole time, whatever their schedule.",
];
const lastOnes = ["Some wallets, other display currencies and local pickup leave no trace on an order, and neither does its language."];

/** What a replay assumes and cannot know, in sentences for staff. */
export function assumptionsOf({ evidence, isDownsell, placements }: Result): string[] {
  return [
    ...always,
    evidence === "then"
      ? "What was bought together, bestsellers and repeat purchases are counted as they stood at each order, and read anew as they grow by half. Your pins and exclusions are today’s."
      : "What was bought together, bestsellers and repeat purchases of that day weren’t replayed.",
    ...(isDownsell ? ["A downsell answers a no: the page before it counts as declined each time, without the quiet days that a real no brings."] : []),
    ...(placements.some(({ replayable }) => !replayable) ? ["When customers visited their account, a product page or an e-mail: orders don’t tell, so those places aren’t counted."] : []),
    ...lastOnes,
  ];
}
