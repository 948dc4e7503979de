import { afterAll, expect, test } from "vitest";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

test.each(["desktop", "phone"] as const)("the storefront lists the shop's products on a %s", async (device) => {
  const context = await browser.newContext(devices[device]);
  const page = await context.newPage();
  await page.goto(stack.storefront);
  expect(await page.getByText("Wool throw").count()).toBeGreaterThan(0);
  await context.close();
});
