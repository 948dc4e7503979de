import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { extensionBundles } from "../setup/build/steps";
import { setAppEnvironment } from "../support/app-environment";
import { devices, launchBrowser } from "../support/browser";
import type { Benchmark } from "./benchmark";
import { buildScene } from "./blocks/scene";
import type { Place } from "./blocks/scene";
import type { Visits } from "./blocks/visit";
import { visit } from "./blocks/visit";
import { startPlainBlocks } from "./blocks/plain-block";

const reloads = Number(process.env["BENCH_RELOADS"] ?? 20);

/**
 * How soon each placement's block shows what it has to show, with the built app behind it, and how far the page moves
 * meanwhile; beside a block that asks nobody and draws one section, on the same host in the same run.
 */
export const benchmark: Benchmark = {
  name: `First content of the blocks, ms (${String(reloads)} reloads on each device)`,
  async run(stack) {
    setAppEnvironment(stack.databaseUrl);
    const places = await buildScene(stack);
    const plain = await startPlainBlocks();
    const browser = await launchBrowser();
    const worst: number[] = [];
    const baseline: number[] = [];
    try {
      console.log(`${"".padEnd(34)} ${["device", "median", "p95", "first", "shift", "shift max", "plain median", "plain p95", "KB gzip"].map((head) => head.padStart(12)).join(" ")}`);
      for (const place of places) {
        for (const [device, settings] of Object.entries(devices)) {
          const context = await browser.newContext(settings);
          const own = await visit(context, stack.origin, place, reloads);
          const theirs = await visit(context, plain.origin, await plain.at(place.target), reloads);
          await context.close();
          console.log(row(place, device, own, theirs, bundleBytes(stack.tunnelUrl, place)));
          if (own.contentMs.length > 0) worst.push(quantile(own.contentMs, 0.5));
          baseline.push(...theirs.contentMs);
        }
      }
    } finally {
      await browser.close();
      plain.close();
    }
    return {
      subject: { label: "slowest placement's median", perSecond: Math.max(...worst), unit: "ms" },
      baseline: { label: "a block that asks nobody, median", perSecond: quantile(baseline, 0.5), unit: "ms" },
    };
  },
};

function row({ name }: Place, device: string, own: Visits, plain: Visits, bytes: number): string {
  const figures = [
    device, whole(quantile(own.contentMs, 0.5)), whole(quantile(own.contentMs, 0.95)), whole(own.contentMs[0]),
    quantile(own.shifts, 0.5).toFixed(3), Math.max(...own.shifts).toFixed(3), whole(quantile(plain.contentMs, 0.5)), whole(quantile(plain.contentMs, 0.95)),
    (bytes / 1024).toFixed(1),
  ];
  return `${name.padEnd(34)} ${figures.map((figure) => figure.padStart(12)).join(" ")}`;
}

/** Nothing is measured of a block that shows nothing. */
function whole(ms: number | undefined): string {
  return ms === undefined || Number.isNaN(ms) ? "-" : ms.toFixed(0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function bundleBytes(appUrl: string, { extension }: Place): number {
  return gzipSync(readFileSync(path.join(extensionBundles(appUrl).folder, extension, "dist", `encore-${extension}.js`)), { level: 9 }).length;
}
