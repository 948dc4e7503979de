import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { appFrame, createOffer, openAdmin, saveChanges } from "../support/admin-page";
import type { devices } from "../support/browser";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { englishLeft } from "../support/english-left";
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

const toast = (page: Page, text: string) => page.locator("#toasts").getByText(text).first().waitFor();

test("a shop that has just installed Encore has its first live offer within two minutes and six clicks", async () => {
  const started = Date.now();
  const { page, app, close } = await openApp("");
  let clicks = 0;
  const click = async (name: RegExp) => {
    clicks += 1;
    await app.getByRole("button", { name }).first().click();
  };
  // Suggestions come by themselves once the past orders are counted; the page asks for them.
  await app.getByRole("heading", { name: "Suggested for your shop" }).waitFor({ timeout: 90_000 });
  await click(/^Publish: /);
  await toast(page, "Offer published");
  expect(clicks).toBeLessThanOrEqual(6);
  expect(Date.now() - started).toBeLessThan(120_000);
  await close();

  const offers = await openApp("/app/offers?tab=active");
  expect(await offers.app.locator("[data-primary-link]").count()).toBe(1);
  await offers.close();
});

test("staff create, edit, publish and pause an offer", async () => {
  const { page, app, close } = await openApp("/app/offers/new");
  await createOffer(page, app, "Throws");
  await toast(page, "Offer saved as a draft");

  await app.getByLabel("Text shown to customers").fill("Warm and light.");
  await app.frameLocator('iframe[title="Preview: Post-purchase page"]').getByText("Warm and light.").waitFor();
  await saveChanges(page);
  await app.getByText("Version 2 (current)").waitFor();

  await app.getByRole("button", { name: "Publish" }).click();
  await app.getByText("Customers see this offer when its rule and schedule allow it.").waitFor();
  await app.getByRole("button", { name: "Pause" }).click();
  await app.getByText("Customers don’t see this offer until you resume it.").waitFor();
  await close();
});

test("what was typed stays when the offer can't be saved, and each fault stands at its field and leads there", async () => {
  const { page, app, close } = await openApp("/app/offers/new");
  await app.getByLabel("Title shown to customers").fill("Kept");
  await app.getByLabel("Percentage off").fill("many");
  await saveChanges(page);
  await app.getByText("The offer wasn’t saved: 3 things to correct").waitFor();
  expect(await app.getByLabel("Title shown to customers").inputValue()).toBe("Kept");
  expect(await app.getByLabel("Percentage off").inputValue()).toBe("many");
  expect(await app.getByLabel("Name", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await app.getByRole("button", { name: "Discount: Use a whole percentage" }).click();
  expect(await app.getByLabel("Percentage off").evaluate((field) => field === document.activeElement)).toBe(true);
  await close();
});

test("an offer saved by someone else meanwhile is not overwritten unasked", async () => {
  const mine = await openApp("/app/offers/new");
  await createOffer(mine.page, mine.app, "Contested");
  const theirs = await openApp(new URL(mine.app.url()).pathname);
  await theirs.app.getByLabel("Name", { exact: true }).fill("Theirs");
  await saveChanges(theirs.page);
  await theirs.app.getByText("Version 2 (current)").waitFor();
  await theirs.close();

  await mine.app.getByLabel("Name", { exact: true }).fill("Mine");
  await saveChanges(mine.page);
  await mine.app.getByText("Someone else saved this offer while you were editing").waitFor();
  expect(await mine.app.getByLabel("Name", { exact: true }).inputValue()).toBe("Mine");
  await mine.app.getByRole("button", { name: "Save mine on top" }).click();
  await mine.app.getByRole("heading", { name: "Mine", level: 1 }).waitFor();
  await mine.app.getByText("Version 3 (current)").waitFor();
  await mine.close();
});

test("a rule is built by keyboard alone", async () => {
  const { page, app, close } = await openApp("/app/offers/new");
  const { keyboard } = page;
  await app.getByRole("button", { name: "Add condition" }).focus();
  await keyboard.press("Enter");
  await app.getByRole("menuitem", { name: "Product tags in the order" }).focus();
  await keyboard.press("Enter");
  // The new row has the focus: what it looks at, how, and then its values.
  await expect.poll(() => focused(app)).toBe("Condition");
  await keyboard.press("Tab");
  expect(await focused(app)).toBe("How it must match");
  await app.getByLabel("Tags", { exact: true }).focus();
  await keyboard.type("winter sale");
  await app.getByText("Add “winter sale”").waitFor();
  await keyboard.press("Enter");
  await app.getByRole("button", { name: "Remove winter sale" }).waitFor();
  await app.getByRole("button", { name: "Remove condition: Product tags in the order" }).focus();
  await keyboard.press("Enter");
  await app.getByText("No conditions: every order qualifies.").waitFor();
  await expect.poll(() => focused(app)).toContain("Add condition");
  await close();
});

test("offers are put in order by keyboard alone and by dragging, told aloud, and saved unless someone else was quicker", async () => {
  for (const name of ["Order one", "Order two", "Order three"]) {
    const { page, app, close } = await openApp("/app/offers/new");
    await createOffer(page, app, name);
    await close();
  }
  const { page, app, close } = await openApp("/app/offers/order");
  const { keyboard } = page;
  const names = () => app.locator(".order-name").allInnerTexts();
  const before = await names();
  expect(before.slice(-3)).toEqual(["Order one", "Order two", "Order three"]);

  await app.getByRole("button", { name: /^Move Order three, place/ }).focus();
  await keyboard.press("Space");
  await app.getByRole("status").getByText(/^Order three taken up at place/).waitFor();
  await keyboard.press("Home");
  await app.getByRole("status").getByText(/^Order three: place 1 of/).waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await keyboard.press("Space");
  await app.getByRole("status").getByText(/^Order three dropped at place 1 of/).waitFor();
  expect((await names())[0]).toBe("Order three");
  await saveChanges(page);
  await toast(page, "Priority saved");

  const theirs = await openApp("/app/offers/order");
  expect((await names())[0]).toBe("Order three");
  await theirs.app.getByRole("button", { name: "Move Order three down" }).click();
  await saveChanges(theirs.page);
  await toast(theirs.page, "Priority saved");
  await theirs.close();

  const row = (name: string) => app.locator(".order-row", { hasText: name });
  await row("Order one").locator(".order-handle").dragTo(row("Order three"), { targetPosition: { x: 60, y: 4 } });
  await expect.poll(async () => (await names())[0]).toBe("Order one");
  await saveChanges(page);
  await app.getByText("Someone else changed the priority while you were at it").waitFor();
  await close();
});

test("the list of offers is searched, sorted and taken out as a file, and what is done to several can be undone", async () => {
  const { page, app, close } = await openApp("/app/offers?q=order+t&sort=name-desc");
  const names = () => app.locator("[data-primary-link]").allInnerTexts();
  await expect.poll(names).toEqual(["Order two", "Order three"]);
  await app.getByRole("checkbox", { name: /^Select all/ }).first().check();
  await app.getByRole("button", { name: "Publish" }).click();
  await toast(page, "2 offers published");
  await page.locator("#toasts").getByRole("button", { name: "Undo" }).first().click();
  await toast(page, "2 offers paused");
  const file = page.waitForEvent("download");
  await app.getByRole("button", { name: "Export CSV" }).or(app.getByRole("button", { name: "More actions" })).first().click();
  const csv = readFileSync(await (await file).path(), "utf8");
  expect(csv.split("\r\n").slice(1, 3).map((line) => line.split(",").slice(1, 3))).toEqual([["Order two", "paused"], ["Order three", "paused"]]);
  await close();
});

test("leaving with unsaved changes asks first", async () => {
  const { page, app, close } = await openApp("/app/offers/new");
  await app.getByLabel("Name", { exact: true }).fill("Not saved");
  await page.locator("#save-bar").waitFor();
  await app.getByRole("button", { name: "Offers" }).first().click();
  await page.getByText("Leave page with unsaved changes?").waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Not saved");
  await close();
});

test("staff who read German find nothing in English, on pages opened, gone to and answered", async () => {
  const { page, close } = await openApp("");
  await page.getByLabel("Your language").selectOption("de");
  await page.getByRole("button", { name: "Change" }).click();
  await page.locator("#admin-language option[value=de][selected]").waitFor({ state: "attached" });
  const german = await appFrame(page);
  await german.getByRole("heading", { name: "Startseite", level: 1 }).waitFor();

  // Earlier tests made offers in English; their names are the shop's own words.
  const offers = await openApp("/app/offers");
  const names = [...shopNames, ...(await offers.app.locator("[data-primary-link]").allInnerTexts())];
  await offers.close();

  // Within the app: texts and data of the next page come in the same language.
  for (const name of ["Aktivität", "Einstellungen", "Angebote"]) {
    await page.locator("#app-nav").getByRole("link", { name }).click();
    await german.getByRole("heading", { name, level: 1 }).waitFor();
    await expect.poll(() => englishLeft(german, names), { timeout: 20_000 }).toEqual([]);
  }
  for (const path of germanPages) {
    await page.goto(`${stack.admin}${path}`);
    const app = await appFrame(page);
    await expect.poll(async () => [path, ...(await englishLeft(app, names))], { timeout: 20_000 }).toEqual([path]);
  }

  // What is refused, and said about it.
  await page.goto(`${stack.admin}/app/offers/new`);
  const editor = await appFrame(page);
  await editor.getByLabel("Titel für Kunden").fill("Unbenannt");
  await saveChanges(page);
  await editor.getByText("Der Name darf nicht leer sein").first().waitFor();
  await close();
});

/** A product that stands as an example in a text as well. */
const shopNames = ["Wool throw"];
const germanPages = [
  "", "/app/offers", "/app/offers/order", "/app/offers/templates", "/app/offers/new?template=coupon", "/app/offers/new?template=downsell", "/app/recommendations",
  "/app/recommendations?tab=missing", "/app/recommendations?tab=again", "/app/reorders", "/app/placements", "/app/placements/flow", "/app/placements/snippets", "/app/courtesy",
  "/app/activity", "/app/activity/reasons", "/app/activity/dead-letters", "/app/billing", "/app/billing/due", "/app/settings", "/app/settings/languages", "/app/settings/data", "/app/not-there",
];

/** The name of the control that has the keyboard. */
async function focused(app: Frame): Promise<string> {
  return app.evaluate(() => {
    const element = document.activeElement;
    const label = element && "labels" in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null; // of form fields alone
    return label?.textContent ?? element?.textContent ?? "";
  });
}
