import { adminViews } from "../support/admin-views";
import type { devices } from "../support/browser";
import { launchBrowser } from "../support/browser";
import { fillLargeShop } from "../support/large-shop/fill";
import { findKnown } from "../support/large-shop/known";
import type { Benchmark } from "./benchmark";
import { startEmptyPage } from "./web-vitals/empty-page";
import type { Vitals } from "./web-vitals/visit";
import { visit } from "./web-vitals/visit";

const visits = Number(process.env["BENCH_VISITS"] ?? 3);
const only = process.env["BENCH_PAGES"]?.split(",");
const budget = { lcp: 2_000, cls: 0.05, inp: 150 };
const size = { products: 1_000, offers: 200, orders: 5_000 };

/**
 * How soon each page of the admin stands, how far it moves meanwhile and how soon it answers, by Google's web-vitals in the
 * app's frame, on a processor slowed four times and with empty caches; beside an empty Polaris page in the same frame.
 */
export const benchmark: Benchmark = {
  name: `Web vitals of the admin, third quartile of ${String(visits)} visits; budget LCP ${String(budget.lcp)} ms, CLS ${String(budget.cls)}, INP ${String(budget.inp)} ms`,
  async run(stack) {
    await fillLargeShop(stack.databaseUrl, { shop: stack.shop, ...size, now: new Date() });
    const known = await findKnown(stack.databaseUrl, stack.shop);
    const views = adminViews.filter(({ shop, act, name }) => shop === "full" && !act && (!only || only.includes(name)));
    const empty = await startEmptyPage();
    const browser = await launchBrowser();
    const slowest: number[] = [];
    let leastOf = Number.NaN;
    try {
      console.log(`${"".padEnd(28)} ${["device", "LCP ms", "CLS", "INP ms"].map((head) => head.padStart(9)).join(" ")}`);
      for (const device of ["desktop", "phone"] as const satisfies readonly (keyof typeof devices)[]) {
        const several = async (path: string, framed?: string) => {
          const all: Vitals[] = [];
          for (let index = 0; index < visits; index += 1) all.push(await visit(browser, `${stack.admin}${path}`, device, framed));
          return { lcp: thirdQuartile(all.map(({ lcp }) => lcp)), cls: thirdQuartile(all.map(({ cls }) => cls)), inp: thirdQuartile(all.map(({ inp }) => inp)) };
        };
        const least = await several("", empty.url);
        if (device === "desktop") leastOf = least.lcp;
        console.log(row("an empty Polaris page", device, least));
        for (const { name, path } of views) {
          const found = await several(path(known));
          slowest.push(found.lcp);
          console.log(row(name, device, found));
        }
      }
    } finally {
      await browser.close();
      empty.close();
    }
    return {
      subject: { label: "slowest page's LCP", perSecond: Math.max(...slowest), unit: "ms" },
      baseline: { label: "an empty Polaris page's LCP", perSecond: leastOf, unit: "ms" },
    };
  },
};

function row(name: string, device: string, { lcp, cls, inp }: Vitals): string {
  const misses = [lcp > budget.lcp && "LCP", cls > budget.cls && "CLS", inp > budget.inp && "INP", lcp === 0 && "no LCP"].filter(Boolean);
  return `${name.padEnd(28)} ${[device, lcp.toFixed(0), cls.toFixed(3), inp.toFixed(0)].map((figure) => figure.padStart(9)).join(" ")}  ${misses.length > 0 ? `MISSES ${misses.join(", ")}` : "ok"}`;
}

function thirdQuartile(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(0.75 * sorted.length) - 1)] ?? Number.NaN;
}
