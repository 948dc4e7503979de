import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser } from "playwright-core";
import { devices } from "../../support/browser";
import { openThrottled } from "./throttled-page";
import { useAsPeopleDo } from "./use";

/** As web-vitals reports them of one visit: ms, a score, ms. */
export interface Vitals {
  lcp: number;
  cls: number;
  inp: number;
  /** What was slowest to answer, and where its time went, in ms; null when nothing was done. */
  slowest: Interaction | null;
}

export interface Interaction {
  type: string;
  target: string;
  wait: number;
  work: number;
  paint: number;
}

const library = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve("web-vitals")), "web-vitals.attribution.iife.js"), "utf8");
/** In the app's frame alone: what the admin around it does is not the app's. Also interactions that are too quick to be told otherwise. */
const listen = `if (window !== window.top) {
  ${library}
  window.vitals = { lcp: 0, cls: 0, inp: 0, slowest: null };
  webVitals.onLCP(({ value }) => { window.vitals.lcp = value; }, { reportAllChanges: true });
  webVitals.onCLS(({ value }) => { window.vitals.cls = value; }, { reportAllChanges: true });
  webVitals.onINP(({ value, attribution, entries }) => {
    window.vitals.inp = value;
    const { interactionTarget, inputDelay, processingDuration, presentationDelay } = attribution;
    window.vitals.slowest = { type: entries[0]?.name ?? "", target: interactionTarget ?? "", wait: inputDelay, work: processingDuration, paint: presentationDelay };
  }, { reportAllChanges: true, durationThreshold: 16 });
}`;
/** A phone or computer of the middle: four times slower than this one. */
export const slower = 4;
/** Nothing larger has been drawn for so long. */
const settledMs = 1_000;

/** One visit with nothing in the cache: opens the page in the admin's frame, waits until it stands, and uses it. */
export async function visit(browser: Browser, url: string, device: keyof typeof devices, framed?: string): Promise<Vitals> {
  const context = await browser.newContext(devices[device]);
  try {
    await context.addInitScript(listen);
    const page = await openThrottled(context, slower);
    if (framed !== undefined) await context.addInitScript(frameInstead, framed);
    await page.goto(url);
    const app = await (await page.waitForSelector("iframe#app")).contentFrame();
    if (!app) throw new Error("The admin has no frame for the app");
    await app.waitForSelector("h1", { timeout: 120_000 });
    await app.waitForLoadState("networkidle");
    await page.waitForTimeout(settledMs);
    await useAsPeopleDo(page, app, device);
    await page.waitForTimeout(500);
    return await app.evaluate(() => (window as unknown as { vitals: Vitals }).vitals); // put there by `listen`
  } finally {
    await context.close();
  }
}

/** Another page in the admin's frame as soon as there is one. */
function frameInstead(address: string): void {
  if (window !== window.top) return;
  new MutationObserver((_, observer) => {
    const frame = document.querySelector<HTMLIFrameElement>("iframe#app");
    if (!frame) return;
    observer.disconnect();
    frame.src = address;
  }).observe(document, { childList: true, subtree: true });
}
