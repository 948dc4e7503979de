import type { BrowserContext } from "playwright-core";

export interface Visits {
  /** `data-first-content-ms` of each visit on which the block showed something. */
  contentMs: number[];
  /** Layout shift of each visit: the sum of what happened without the visitor's doing. */
  shifts: number[];
}

export interface Address {
  /** Where the page is, after the origin. */
  path: string;
  /** What to open first, once, to be logged in. */
  loginPath?: string;
  target: string;
}

declare global {
  interface Window {
    shiftSum?: number;
  }
}

/** How long a page is watched after its block has settled: nothing that it draws comes later. */
const AFTER_MS = 400;

/** Opens a page again and again, and waits each time until its block shows something or has nothing to show. */
export async function visit(context: BrowserContext, origin: string, { path, loginPath, target }: Address, times: number): Promise<Visits> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.shiftSum = 0;
    new PerformanceObserver((list) => {
      // The type of an entry of this kind, which the DOM's declarations do not have.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) window.shiftSum = (window.shiftSum ?? 0) + entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  if (loginPath !== undefined) await page.goto(`${origin}${loginPath}`);
  const visits: Visits = { contentMs: [], shifts: [] };
  for (let time = 0; time < times; time += 1) {
    await page.goto(`${origin}${path}`);
    const block = page.locator(`[data-target="${target}"]`).first();
    await page.locator(`[data-target="${target}"]:is([data-first-content-ms], [data-state="empty"], [data-state="failed"])`).first().waitFor({ state: "attached" });
    await page.waitForTimeout(AFTER_MS);
    const content = await block.getAttribute("data-first-content-ms");
    if (content !== null) visits.contentMs.push(Number(content));
    visits.shifts.push(await page.evaluate(() => window.shiftSum ?? 0));
  }
  await page.close();
  return visits;
}
