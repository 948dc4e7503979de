import type { AdminView } from "../support/admin-views";
import { adminViews } from "../support/admin-views";
import type { devices } from "../support/browser";
import { launchBrowser } from "../support/browser";
import { fillLargeShop } from "../support/large-shop/fill";
import { findKnown } from "../support/large-shop/known";
import type { Stack } from "../support/stack";
import type { Benchmark } from "./benchmark";
import { calibrate } from "./web-vitals/calibrate";
import { startEmptyPage } from "./web-vitals/empty-page";
import type { Interaction, Vitals } from "./web-vitals/visit";
import { slower, visit } from "./web-vitals/visit";

type Device = keyof typeof devices;

const visits = Number(process.env["BENCH_VISITS"] ?? 1);
const onlyPages = process.env["BENCH_PAGES"]?.split(",");
const onlyDevices = process.env["BENCH_DEVICES"]?.split(",");
const budget = { lcp: 2_000, cls: 0.05, inp: 150 };
const size = { products: 1_000, offers: 200, orders: 5_000 };
const newShop = "encore-new";
/** The same page with fewer lines on it. */
const others = new Set(["home-90-days", "offers-drafts", "offers-none-found", "offer-draft", "offer-not-found", "recommendations-none-found", "activity-accepted", "activity-unknown-order"]);

/**
 * How soon each page of the admin stands, how far it moves and how soon it answers when it is used, by Google's web-vitals in the
 * app's frame, which has a process of its own as at Shopify, on a processor slowed four times and with empty caches; beside an
 * empty Polaris page in the same frame.
 */
export const benchmark: Benchmark = {
  name: `Web vitals of the admin's pages, ${visits === 1 ? "one visit" : `third quartile of ${String(visits)} visits`} each; budget LCP ${String(budget.lcp)} ms, CLS ${String(budget.cls)}, INP ${String(budget.inp)} ms`,
  async run(stack) {
    const pages = await preparePages(stack);
    const empty = await startEmptyPage();
    const browser = await launchBrowser();
    const slowest: number[] = [];
    const least: number[] = [];
    try {
      const { index, slowed } = await calibrate(browser, stack.admin, slower);
      console.log(`Lighthouse's benchmark index of this browser ${String(index)}; the app's frame is slowed ${slowed.toFixed(1)} times (${String(slower)} asked for)`);
      console.log(`${"".padEnd(28)} ${["device", "LCP ms", "CLS", "INP ms"].map((head) => head.padStart(9)).join(" ")}  slowest answer: event, wait + work + paint in ms, target`);
      for (const device of chosenDevices()) {
        const several = async (name: string, url: string, framed?: string) => {
          const all: Vitals[] = [];
          for (let time = 0; time < visits; time += 1) all.push(await visit(browser, url, device, framed));
          const inp = thirdQuartile(all.map((one) => one.inp));
          const found = { lcp: thirdQuartile(all.map(({ lcp }) => lcp)), cls: thirdQuartile(all.map(({ cls }) => cls)), inp, slowest: all.find((one) => one.inp === inp)?.slowest ?? null };
          console.log(row(name, device, found));
          return found;
        };
        least.push((await several("an empty Polaris page", stack.admin, empty.url)).inp);
        for (const { name, url } of pages) slowest.push((await several(name, url)).inp);
      }
    } finally {
      await browser.close();
      empty.close();
    }
    return {
      subject: { label: "slowest page's INP", perSecond: Math.max(...slowest), unit: "ms" },
      baseline: { label: "an empty Polaris page's INP, the slower device", perSecond: Math.max(...least), unit: "ms" },
    };
  },
};

/** Every page of a shop that has used Encore for long, and the first page of one that has just installed it. */
async function preparePages(stack: Stack): Promise<{ name: string; url: string }[]> {
  await stack.control("createShop", { handle: newShop, name: "New shop", install: true, products: [] });
  await fillLargeShop(stack.databaseUrl, { shop: stack.shop, ...size, now: new Date() });
  const known = await findKnown(stack.databaseUrl, stack.shop);
  const isPage = ({ shop, act, name }: AdminView) => !act && (shop === "full" ? !others.has(name) : name === "home");
  return adminViews.filter(isPage)
    .map(({ name, shop, path }) => ({
      name: shop === "new" ? `${name}-new-shop` : name,
      url: `${shop === "new" ? stack.admin.replace("encore-demo", newShop) : stack.admin}${path(known)}`,
    }))
    .filter(({ name }) => !onlyPages || onlyPages.includes(name));
}

function chosenDevices(): Device[] {
  return (["desktop", "phone"] as const).filter((device) => !onlyDevices || onlyDevices.includes(device));
}

function row(name: string, device: string, { lcp, cls, inp, slowest }: Vitals): string {
  const misses = [lcp > budget.lcp && "LCP", cls > budget.cls && "CLS", inp > budget.inp && "INP", lcp === 0 && "no LCP"].filter(Boolean);
  const figures = [device, lcp.toFixed(0), cls.toFixed(3), inp.toFixed(0)].map((figure) => figure.padStart(9)).join(" ");
  return `${name.padEnd(28)} ${figures}  ${[misses.length > 0 && `MISSES ${misses.join(", ")};`, slowest ? why(slowest) : "nothing answered"].filter(Boolean).join(" ")}`;
}

function why({ type, wait, work, paint, target }: Interaction): string {
  return `${type} ${[wait, work, paint].map((ms) => ms.toFixed(0)).join(" + ")} ${target.length > 60 ? `…${target.slice(-60)}` : target}`;
}

function thirdQuartile(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(0.75 * sorted.length) - 1)] ?? Number.NaN;
}
