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
  try {
    const blank = await context.newPage();
    const index = await blank.evaluate(benchmarkIndex);
    const fast = await workInFrame(await openThrottled(context, 1), url);
    const slow = await workInFrame(await openThrottled(context, rate), url);
    return { index, slowed: slow / fast };
  } finally {
    await context.close();
  }
}

async function workInFrame(page: Awaited<ReturnType<typeof openThrottled>>, url: string): Promise<number> {
  await page.goto(url);
  const app = await (await page.waitForSelector("iframe#app")).contentFrame();
  if (!app) throw new Error("The admin has no frame for the app");
  await app.waitForSelector("h1", { timeout: 120_000 });
  await app.waitForLoadState("networkidle");
  const ms = await app.evaluate(fixedWork);
  await page.close();
  return ms;
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
