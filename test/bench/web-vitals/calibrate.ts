import type { Browser } from "playwright-core";
import { devices } from "../../support/browser";
import { openThrottled } from "./throttled-page";

export interface Calibration {
  /** Lighthouse's index of the browser at full speed: 1,500 to 2,000 of a fast desktop computer, 800 to 1,200 of a fast phone. */
  index: number;
  /** How many times longer the app's frame takes for the same work when it is slowed: close to the rate, or nothing was slowed. */
  slowed: number;
}

/** How fast the browser is here, and whether slowing it reaches the frame of the app. */
export async function calibrate(browser: Browser, url: string, rate: number): Promise<Calibration> {
  const context = await browser.newContext(devices.desktop);
  const index = await (await context.newPage()).evaluate(benchmarkIndex);
  await context.close();
  const fast = await workInFrame(browser, url, 1);
  const slow = await workInFrame(browser, url, rate);
  return { index, slowed: slow / fast };
}

/** In a context of its own: pages of one context share a process, and the end of one would end the slowing of the other. */
async function workInFrame(browser: Browser, url: string, rate: number): Promise<number> {
  const context = await browser.newContext(devices.desktop);
  try {
    const page = await openThrottled(context, rate);
    await page.goto(url);
    const app = await (await page.waitForSelector("iframe#app")).contentFrame();
    if (!app) throw new Error("The admin has no frame for the app");
    await app.waitForSelector("h1", { timeout: 120_000 });
    await app.waitForLoadState("networkidle");
    return await app.evaluate(fixedWork);
  } finally {
    await context.close();
  }
}

// What runs in the browser names no function within: the compiler's way to keep such names is not there.

/** The quickest of several, in ms: what else the machine does only adds. */
function fixedWork(): number {
  return Math.min(...Array.from({ length: 12 }, () => {
    const began = performance.now();
    let sum = 0;
    for (let number = 0; number < 5_000_000; number += 1) sum += number % 7;
    return performance.now() - began + (sum < 0 ? 1 : 0);
  }));
}

/** As Lighthouse counts it: strings put together, then lists copied, for half a second each. */
function benchmarkIndex(): number {
  const lists = [0, 1].map(() => Array.from({ length: 100_000 }, (_, index) => index));
  const speeds = [
    () => {
      let text = "";
      for (let index = 0; index < 10_000; index += 1) text += "a";
      if (text.length === 1) throw new Error("never, but the compiler does not know");
    },
    (turn: number) => {
      const [source = [], target = []] = turn % 2 === 0 ? lists : lists.toReversed();
      for (let index = 0; index < source.length; index += 1) target[index] = source[index] ?? 0;
    },
  ].map((work) => {
    const began = performance.now();
    let turns = 0;
    while (turns % 10 !== 0 || performance.now() - began < 500) {
      work(turns);
      turns += 1;
    }
    return turns / 10 / ((performance.now() - began) / 1_000);
  });
  return Math.round(speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length);
}
