import type { Browser, Frame, Page } from "playwright-core";
import type { Language } from "../../app/i18n/languages";
import { devices } from "./browser";
import { wordsIn } from "./catalogue-texts";
import type { Stack } from "./stack";

export interface AdminPage {
  page: Page;
  /** The app's own page in the admin's frame. */
  app: Frame;
  /** What broke in either while it was open. */
  faults: string[];
  /** What stands on it where an English page has the text. */
  say: (english: string) => string;
  close(): Promise<void>;
}

/** The browser's own, in which it draws fields for dates. */
const locales: Record<Language, string> = { en: "en-GB", de: "de-DE" };

/** A page of the app as staff see it: in the admin's frame. An empty path is the app's first page. */
export async function openAdmin(browser: Browser, stack: Stack, path: string, device: keyof typeof devices = "desktop", language: Language = "en"): Promise<AdminPage> {
  const context = await browser.newContext({ ...devices[device], locale: locales[language] });
  // Where the local admin remembers it.
  if (language !== "en") await context.addCookies([{ name: "admin_language", value: language, url: new URL(stack.admin).origin }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${stack.admin}${path}`);
  return { page, app: await appFrame(page), faults, say: wordsIn(language), close: () => context.close() };
}

/** The app's page in the admin's frame, once it can be used. */
export async function appFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe#app")).contentFrame();
  if (!frame) throw new Error("The admin has no frame for the app");
  await frame.waitForSelector("h1");
  // Server-rendered pages are there before they can be used; React marks what it has taken over.
  await frame.waitForFunction(() => Object.keys(document.querySelector("h1") ?? {}).some((key) => key.startsWith("__reactFiber")));
  return frame;
}

/** Presses the button of the admin's bar for unsaved changes. */
export async function saveChanges(page: Page): Promise<void> {
  await page.locator("#save-bar [data-act=save]").click();
}

/** Picks a product in the admin's dialog, for the offer being edited. */
export async function chooseProduct(page: Page, app: Frame, title: string): Promise<void> {
  await app.getByRole("button", { name: "Choose products" }).first().click();
  const picker = page.getByRole("dialog");
  await picker.getByLabel(title).first().check();
  await picker.getByRole("button", { name: /^(Select|Add)$/ }).click();
  await picker.waitFor({ state: "hidden" });
}

/** Fills in an offer of the wool throw on the page for new offers, and saves it as a draft. */
export async function createOffer(page: Page, app: Frame, name: string): Promise<void> {
  await app.getByLabel("Name", { exact: true }).fill(name);
  await app.getByLabel("Title shown to customers").fill("Add this to your order");
  await chooseProduct(page, app, "Wool throw");
  await saveChanges(page);
  await app.getByRole("heading", { name, level: 1 }).waitFor();
}
