import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { createOffer, openAdmin } from "../support/admin-page";
import { devices } from "../support/browser";
import type { Stack } from "../support/stack";

const places = ["Checkout", "Thank-you page", "Order status page", "Customer account"];

/** An offer for everyone, made and published in the admin. */
export async function publishOffer(browser: Browser, stack: Stack): Promise<void> {
  const { page, app, close } = await openAdmin(browser, stack, "/app/offers/new");
  for (const place of places) {
    await app.getByRole("checkbox", { name: place }).setChecked(true);
  }
  await createOffer(page, app, "Throws for everyone");
  await app.getByRole("button", { name: "Publish" }).click();
  await app.getByRole("button", { name: "Pause" }).waitFor();
  await close();
}

/** A shopper's way from the first page to the confirmation, photographed. */
export async function shopOnce(browser: Browser, stack: Stack, folder: string, device: keyof typeof devices, answer: "accept" | "decline"): Promise<void> {
  const context = await browser.newContext(devices[device]);
  const page = await context.newPage();
  const photograph = (name: string) => page.screenshot({ path: path.join(folder, `shop-${name}-${device}.png`), fullPage: true });
  await page.goto(stack.storefront);
  await photograph("1-front");
  await page.getByText("Lavender candle").first().click();
  await photograph("2-product");
  await page.getByRole("button", { name: "Add to cart", exact: true }).click();
  await page.goto(`${stack.storefront}/cart`);
  await photograph("3-cart");
  await page.getByRole("button", { name: "Check out" }).click();
  await page.getByLabel("E-mail").fill("shopper@example.com");
  await photograph("4-checkout");
  await page.getByRole("button", { name: "Pay now" }).click();
  await answerOffer(page, photograph, answer);
  await page.waitForURL(/thank_you/);
  await photograph("6-thank-you");
  await context.close();
}

async function answerOffer(page: Page, photograph: (name: string) => Promise<unknown>, answer: "accept" | "decline"): Promise<void> {
  const accept = page.getByRole("button", { name: /^Pay now · / });
  await accept.waitFor({ timeout: 60_000 });
  await photograph("5-offer");
  await (answer === "accept" ? accept : page.getByRole("button", { name: "No, thank you" })).click();
}
