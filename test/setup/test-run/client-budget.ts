import { clientSizes } from "../build/client-size";
import type { RouteSize } from "../build/client-size";
import type { Outcome } from "./outcome";

/** KB gzip. Two thirds of it is React, Remix, i18next and what every Polaris page needs (153 KB). */
const budget = 215;
/** Pages with the rule builder, which checks rules in the browser by the very schema of the server, and with previews. */
const budgets: Record<string, number> = { "app.offers.$id": 245, "app.offers.new": 245 };

/** The JavaScript of each page's first load within its budget, printed by route. */
export async function clientBudget(): Promise<Outcome> {
  const sizes = clientSizes();
  for (const size of sizes.toSorted((one, other) => other.bytes - one.bytes)) console.log(row(size));
  const over = sizes.filter((size) => kb(size) > budgetOf(size));
  return {
    passed: sizes.length - over.length,
    failures: over.map((size) => ({ title: `client JavaScript of ${size.route}`, details: `${row(size)}: load less at first, or import() what is shown later.` })),
  };
}

function row(size: RouteSize): string {
  return `  ${size.route.padEnd(36)} ${kb(size).toFixed(1).padStart(6)} KB gzip of ${String(budgetOf(size))}, ${String(size.files)} files`;
}

function kb({ bytes }: RouteSize): number {
  return bytes / 1024;
}

function budgetOf({ route }: RouteSize): number {
  return budgets[route] ?? budget;
}
