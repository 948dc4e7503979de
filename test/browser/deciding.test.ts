import { afterAll, expect, test } from "vitest";
import { openAdmin, saveChanges } from "../support/admin-page";
import type { devices } from "../support/browser";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

async function openApp(path: string, device: keyof typeof devices = "desktop") {
  const { close, faults, ...opened } = await openAdmin(browser, stack, path, device);
  return {
    ...opened,
    close: async () => {
      await close();
      expect(faults).toEqual([]);
    },
  };
}

test("staff change a courtesy limit, and put all of them back after being asked", async () => {
  const { page, app, close } = await openApp("/app/courtesy");
  const cap = app.getByLabel("Offers a customer may see in 30 days");
  expect(await cap.inputValue()).toBe("4");
  await cap.fill("2");
  await app.getByLabel("Treat an order as a gift").selectOption("never");
  await saveChanges(page);
  await page.locator("#toasts").getByText("Courtesy limits saved").first().waitFor();
  await close();

  const again = await openApp("/app/courtesy");
  expect(await again.app.getByLabel("Offers a customer may see in 30 days").inputValue()).toBe("2");
  expect(await again.app.getByLabel("Treat an order as a gift").inputValue()).toBe("never");
  await again.app.getByRole("button", { name: "Reset to usual limits" }).click();
  await again.app.getByRole("button", { name: "Reset", exact: true }).click();
  await expect.poll(() => again.app.getByLabel("Offers a customer may see in 30 days").inputValue()).toBe("4");
  expect(await again.app.getByLabel("Treat an order as a gift").inputValue()).toBe("likely");
  await again.close();
});

test("a limit that can't be says so at its field and is not saved", async () => {
  const { page, app, close } = await openApp("/app/courtesy");
  const quiet = app.getByLabel("Quiet after a no");
  await quiet.fill("a fortnight");
  await app.getByText("Quiet after a no: use whole days").waitFor();
  expect(await quiet.getAttribute("aria-invalid")).toBe("true");
  await saveChanges(page);
  await expect.poll(() => quiet.evaluate((field) => document.activeElement === field)).toBe(true);
  await page.locator("#save-bar").getByRole("button", { name: "Discard" }).click();
  await expect.poll(() => quiet.inputValue()).toBe("14");
  await close();
});

test("an offer whose products are picked for each order needs none chosen, and keeps its settings", async () => {
  const { page, app, close } = await openApp("/app/offers/new");
  await app.getByLabel("Name", { exact: true }).fill("Goes with it");
  await app.getByLabel("Title shown to customers").fill("Goes well with your order");
  await app.getByLabel("How products are picked").selectOption("boughtTogether");
  await app.getByLabel("Minimum orders with both").waitFor();
  expect(await app.getByRole("button", { name: "Choose products" }).isVisible()).toBe(false);
  await app.getByLabel("Minimum orders with both").fill("1");
  await saveChanges(page);
  await app.getByText("Use 2 to 1,000").first().waitFor();
  await app.getByLabel("Minimum orders with both").fill("12");
  await saveChanges(page);
  await app.getByRole("heading", { name: "Goes with it", level: 1 }).waitFor();
  expect(await app.getByLabel("How products are picked").inputValue()).toBe("boughtTogether");
  expect(await app.getByLabel("Minimum orders with both").inputValue()).toBe("12");
  await close();
});

test("staff find a product by a part of its title and see what it goes with, by keyboard", async () => {
  const { page, app, close } = await openApp("/app/recommendations");
  await app.getByLabel("Search products").fill("lavender");
  const link = app.getByRole("link", { name: "Lavender candle" });
  await expect.poll(() => app.locator("[data-primary-link]").count()).toBe(1);
  await link.focus();
  await page.keyboard.press("Enter");
  await app.getByRole("heading", { name: "Lavender candle", level: 1 }).waitFor();
  await app.getByRole("heading", { name: "Goes with it" }).waitFor();
  await app.getByRole("heading", { name: "Price ladder" }).waitFor();
  await close();
});

test("a companion that staff pin comes first, one they leave out is marked, and both can be taken back", async () => {
  const found = await openApp("/app/recommendations?q=lavender");
  const address = (await found.app.locator("[data-primary-link]").getAttribute("href")) ?? "";
  await found.close();
  // The counts are worked out by the worker, soon after the orders came.
  await expect.poll(async () => {
    const { app: page, close: leave } = await openApp(address);
    const there = await page.getByRole("button", { name: /^Pin / }).count();
    await leave();
    return there;
  }, { timeout: 60_000, interval: 2_000 }).toBeGreaterThan(1);
  const { app, close } = await openApp(address);
  const last = app.getByRole("button", { name: /^Pin / }).last();
  const title = (await last.getAttribute("aria-label"))?.slice("Pin ".length) ?? "";
  await last.click();
  await app.getByRole("button", { name: `Unpin ${title}` }).waitFor();
  expect(await app.locator("[data-primary-link]").first().textContent()).toBe(title);
  await app.getByRole("button", { name: `Leave out ${title}` }).click();
  await app.getByText("Left out", { exact: true }).waitFor();
  await app.getByRole("button", { name: `Allow ${title}` }).click();
  await app.getByRole("button", { name: `Leave out ${title}` }).waitFor();
  await app.getByRole("heading", { name: "Lavender candle", level: 1 }).waitFor();
  await close();
});

test("a product that staff never want offered says so, and what was chosen by hand stands in one list, to be taken back", async () => {
  const found = await openApp("/app/recommendations?q=lavender");
  const address = (await found.app.locator("[data-primary-link]").getAttribute("href")) ?? "";
  await found.close();
  const { page, app, close } = await openApp(address);
  await app.getByRole("button", { name: "Never offer this product" }).click();
  await app.getByText("Left out of all offers").waitFor();
  await app.getByRole("button", { name: "Pin a product" }).click();
  const picker = page.getByRole("dialog");
  await picker.getByLabel("Wool throw").first().check();
  await picker.getByRole("button", { name: /^(Select|Add)$/ }).click();
  await app.getByText("Pinned by staff to Lavender candle.").waitFor();
  await close();

  const list = await openApp("/app/recommendations?tab=byHand");
  await list.app.getByRole("row", { name: /Wool throw comes first with Lavender candle/ }).waitFor();
  await list.app.getByRole("row", { name: /Lavender candle is never offered.*By you/ }).getByRole("button", { name: "Take back: Lavender candle" }).click();
  await expect.poll(() => list.app.getByRole("row", { name: /is never offered/ }).count()).toBe(0);
  await list.app.getByRole("button", { name: "Take back: Wool throw" }).click();
  await list.app.getByText("Nothing is chosen by hand").waitFor();
  await list.close();
});
