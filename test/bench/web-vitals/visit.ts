import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { devices } from "../../support/browser";

/** As web-vitals reports them of one visit: ms, a score, ms. */
export interface Vitals {
  lcp: number;
  cls: number;
  inp: number;
}

const library = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve("web-vitals")), "web-vitals.iife.js"), "utf8");
/** In the app's frame alone: what the admin around it does is not the app's. Also interactions that are too quick to be told otherwise. */
const listen = `if (window !== window.top) {
  ${library}
  window.vitals = { lcp: 0, cls: 0, inp: 0 };
  webVitals.onLCP(({ value }) => { window.vitals.lcp = value; }, { reportAllChanges: true });
  webVitals.onCLS(({ value }) => { window.vitals.cls = value; }, { reportAllChanges: true });
  webVitals.onINP(({ value }) => { window.vitals.inp = value; }, { reportAllChanges: true, durationThreshold: 16 });
}`;
/** A phone or computer of the middle: four times slower than this one. */
const slower = 4;
/** Nothing larger has been drawn for so long. */
const settledMs = 1_500;

/** One visit with nothing in the cache: opens the page in the admin's frame, waits until it stands, and uses it. */
export async function visit(browser: Browser, url: string, device: keyof typeof devices, framed?: string): Promise<Vitals> {
  const context = await browser.newContext(devices[device]);
  try {
    await context.addInitScript(listen);
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower });
    if (framed !== undefined) await context.addInitScript(frameInstead, framed);
    await page.goto(url);
    const app = await (await page.waitForSelector("iframe#app")).contentFrame();
    if (!app) throw new Error("The admin has no frame for the app");
    await app.waitForSelector("h1", { timeout: 120_000 });
    await app.waitForLoadState("networkidle");
    await page.waitForTimeout(settledMs);
    await use(page, app);
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

/** What people do on any page: open what opens, change the tab, type, and go on by keyboard. */
async function use(page: Page, app: Frame): Promise<void> {
  for (const opener of (await app.locator("[aria-expanded=false]:visible:not([disabled])").all()).slice(0, 3)) {
    await opener.click({ timeout: 5_000 }).catch(() => undefined);
    await page.waitForTimeout(200);
    await page.keyboard.press("Escape");
  }
  for (const field of (await app.locator("input[type=text]:visible, input[type=number]:visible, input:not([type]):visible, textarea:visible").all()).slice(0, 2)) {
    if (!(await field.click({ timeout: 5_000 }).then(() => true, () => false))) continue;
    await page.keyboard.type("12", { delay: 60 });
  }
  const tab = app.locator("[role=tab]:visible").nth(1);
  if (await tab.count()) await tab.click({ timeout: 5_000 }).catch(() => undefined);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab", { delay: 50 });
}
