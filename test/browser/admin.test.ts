import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

/** A page of the app as staff see it: in the admin's frame. */
async function openAdmin(path: string, device: keyof typeof devices = "desktop"): Promise<{ page: Page; app: Frame; close: () => Promise<void> }> {
  const context = await browser.newContext(devices[device]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${stack.admin}${path}`);
  const app = await appFrame(page);
  return {
    page,
    app,
    close: async () => {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe#app")).contentFrame();
  if (!frame) throw new Error("The admin has no frame for the app");
  // Server-rendered pages are there before they can be used.
  await frame.waitForSelector("h1");
  await frame.waitForFunction(() => "shopify" in window);
  await frame.waitForTimeout(400);
  return frame;
}

const save = (page: Page) => page.locator("#save-bar").getByRole("button", { name: "Save" }).click();
const toast = (page: Page, text: string) => page.locator("#toasts").getByText(text).first().waitFor();

async function chooseProduct(page: Page, app: Frame, title: string): Promise<void> {
  await app.getByRole("button", { name: "Choose products" }).first().click();
  const picker = page.getByRole("dialog");
  await picker.getByLabel(title).first().check();
  await picker.getByRole("button", { name: /^(Select|Add)$/ }).click();
  await picker.waitFor({ state: "hidden" });
}

async function createOffer(page: Page, app: Frame, name: string): Promise<void> {
  await app.getByLabel("Name", { exact: true }).fill(name);
  await app.getByLabel("Title shown to customers").fill("Add this to your order");
  await chooseProduct(page, app, "Wool throw");
  await save(page);
  await app.getByRole("heading", { name, level: 1 }).waitFor();
}

test("staff create, edit, publish and pause an offer", async () => {
  const { page, app, close } = await openAdmin("/app/offers/new");
  await createOffer(page, app, "Throws");
  await toast(page, "Offer saved as a draft");

  await app.getByLabel("Text shown to customers").fill("Warm and light.");
  expect(await app.getByRole("img", { name: /^Preview: Add this to your order, Wool throw/ }).textContent()).toContain("Warm and light.");
  await save(page);
  await app.getByText("Version 2 (current)").waitFor();

  await app.getByRole("button", { name: "Publish" }).click();
  await app.getByText("Customers see this offer when its rule and schedule allow it.").waitFor();
  await app.getByRole("button", { name: "Pause" }).click();
  await app.getByText("Customers don’t see this offer until you resume it.").waitFor();
  await close();
});

test("what was typed stays when the offer can't be saved, and each fault stands at its field", async () => {
  const { page, app, close } = await openAdmin("/app/offers/new");
  await app.getByLabel("Title shown to customers").fill("Kept");
  await app.getByLabel("Percentage off").fill("many");
  await save(page);
  await app.getByText("The offer wasn’t saved: 3 things to correct").waitFor();
  expect(await app.getByLabel("Title shown to customers").inputValue()).toBe("Kept");
  expect(await app.getByLabel("Percentage off").inputValue()).toBe("many");
  expect(await app.getByLabel("Name", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await close();
});

test("an offer saved by someone else meanwhile is not overwritten unasked", async () => {
  const mine = await openAdmin("/app/offers/new");
  await createOffer(mine.page, mine.app, "Contested");
  const theirs = await openAdmin(new URL(mine.app.url()).pathname);
  await theirs.app.getByLabel("Name", { exact: true }).fill("Theirs");
  await save(theirs.page);
  await theirs.app.getByText("Version 2 (current)").waitFor();
  await theirs.close();

  await mine.app.getByLabel("Name", { exact: true }).fill("Mine");
  await save(mine.page);
  await mine.app.getByText("Someone else saved this offer while you were editing").waitFor();
  expect(await mine.app.getByLabel("Name", { exact: true }).inputValue()).toBe("Mine");
  await mine.app.getByRole("button", { name: "Save mine on top" }).click();
  await mine.app.getByRole("heading", { name: "Mine", level: 1 }).waitFor();
  await mine.app.getByText("Version 3 (current)").waitFor();
  await mine.close();
});

test("a rule is built by keyboard alone", async () => {
  const { page, app, close } = await openAdmin("/app/offers/new");
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
  await keyboard.press("Enter");
  await app.getByRole("button", { name: "Remove winter sale" }).waitFor();
  await app.getByRole("button", { name: "Remove condition: Product tags in the order" }).focus();
  await keyboard.press("Enter");
  await app.getByText("No conditions: every order qualifies.").waitFor();
  await expect.poll(() => focused(app)).toContain("Add condition");
  await close();
});

test("leaving with unsaved changes asks first", async () => {
  const { page, app, close } = await openAdmin("/app/offers/new");
  await app.getByLabel("Name", { exact: true }).fill("Not saved");
  await page.locator("#save-bar").waitFor();
  await app.getByRole("button", { name: "Offers" }).first().click();
  await page.getByText("Leave page with unsaved changes?").waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Not saved");
  await close();
});

describe("every page", () => {
  const pages = ["", "/app/offers", "/app/offers/new", "/app/activity", "/app/activity/dead-letters", "/app/settings"];
  test.each(pages.flatMap((path) => (["desktop", "phone"] as const).map((device) => [path === "" ? "/app" : path, device] as const)))(
    "%s on a %s has nothing that keeps people out and nothing beyond the edge",
    async (path, device) => {
      const { app, close } = await openAdmin(path === "/app" ? "" : path, device);
      expect(await violations(app)).toEqual([]);
      expect(await app.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await close();
    },
  );
});

/** The name of the control that has the keyboard. */
async function focused(app: Frame): Promise<string> {
  return app.evaluate(() => {
    const element = document.activeElement;
    const label = element && "labels" in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : null; // of form fields alone
    return label?.textContent ?? element?.textContent ?? "";
  });
}

interface Axe {
  run(target: Document, options: { runOnly: string[] }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds against WCAG 2.1 A and AA, with the first place of each. */
async function violations(app: Frame): Promise<string[]> {
  await app.evaluate(axe);
  return app.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: Axe }; // put there just now
    const found = await checker.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ""}`);
  });
}
