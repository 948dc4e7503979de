import type { Frame } from "playwright-core";
import type { AdminPage } from "./admin-page";

type Act = (opened: AdminPage) => Promise<void>;

export const selectRow: Act = async ({ app }) => {
  // On phones Polaris lets nobody select.
  if (await app.locator("ul[class*=CondensedList]").isVisible()) return;
  await app.locator("tbody input[type=checkbox]").first().check({ force: true });
  await app.locator("input[aria-checked=mixed]").first().waitFor({ state: "attached" });
};

export const saveNothing: Act = async ({ page, app, say }) => {
  await app.getByLabel(say("Percentage off")).fill("many");
  await page.locator("#save-bar [data-act=save]").click();
  await app.getByText(/things? to correct|zu korrigieren/).first().waitFor();
};

/** What is drawn of a dialog: on a phone the dialog itself has no size. */
const dialogOf = (app: Frame) => app.getByRole("dialog").getByRole("heading").first();

/** Presses a button that asks before anything is done. */
export const ask = (name: string): Act => async ({ app, say }) => {
  await app.getByRole("button", { name: say(name), exact: true }).first().click();
  await dialogOf(app).waitFor();
};

/** The same of what stands beside a page's title, or in the menu there. */
export const askAtTop = (name: string): Act => async ({ app, say }) => {
  await pressAtTop(app, say(name));
  await dialogOf(app).waitFor();
};

async function pressAtTop(app: Frame, name: string): Promise<void> {
  const button = app.getByRole("button", { name, exact: true });
  if (await button.first().isVisible()) await button.first().click();
  else {
    await app.getByRole("button", { name: /^(More actions|View actions for|Weitere Aktionen|Aktionen (für|anzeigen))/ }).click();
    await app.locator(".Polaris-Popover").getByText(name, { exact: true }).click();
  }
}

/** Only a draft that was never used can be deleted: a copy. */
export const deleteCopy: Act = async (opened) => {
  const { app, say } = opened;
  const name = await app.getByRole("heading", { level: 1 }).textContent();
  await pressAtTop(app, say("Duplicate"));
  await app.getByRole("heading", { level: 1 }).filter({ hasNotText: new RegExp(`^${name ?? ""}$`) }).waitFor();
  await askAtTop("Delete")(opened);
};

export const resetLimits: Act = async (opened) => {
  await opened.app.getByRole("textbox").first().fill("7");
  await opened.page.locator("#save-bar [data-act=save]").waitFor();
  await askAtTop("Reset to usual limits")(opened);
};

export const importNonsense: Act = async ({ app, say }) => {
  await app.locator("input[type=file]").setInputFiles({ name: "offers.json", mimeType: "application/json", buffer: Buffer.from('{"offers":[{"name":1}]}') });
  await app.getByText(say("The offers weren’t imported")).waitFor();
};

export const changeTitle: Act = async ({ page, app, say }) => {
  await app.getByLabel(say("Title shown to customers")).fill("Something else");
  await page.locator("#save-bar [data-act=discard]").waitFor();
};

/** On a phone the preview comes once somebody is near it. */
async function goToPreview(app: Frame): Promise<void> {
  const coming = app.locator(".preview-coming");
  while (await coming.isVisible()) await coming.scrollIntoViewIfNeeded({ timeout: 1_000 }).catch(() => undefined);
}

export const enlargePreview: Act = async (opened) => {
  await goToPreview(opened.app);
  await ask("Enlarge")(opened);
};

export const showOnDesktop: Act = async ({ app, say }) => {
  await goToPreview(app);
  await app.getByRole("button", { name: say("Desktop"), exact: true }).click();
  await app.getByRole("button", { name: say("Desktop"), exact: true, pressed: true }).waitFor();
};

/** Replays the offer on the shop's past orders, to the end. */
export const tryOut: Act = async ({ app, say }) => {
  await app.getByRole("button", { name: say("Try it"), exact: true }).or(app.getByRole("button", { name: say("Try again"), exact: true })).first().click();
  await app.getByRole("link", { name: say("See orders and reasons") }).waitFor({ timeout: 60_000 });
};

export const openTrial: Act = async (opened) => {
  await tryOut(opened);
  await opened.app.getByRole("link", { name: opened.say("See orders and reasons") }).click();
  await opened.app.getByRole("heading", { level: 1, name: opened.say("Tried on past orders") }).waitFor();
};

/** A condition on customers' tags, one of them chosen, while the shop's others are suggested. */
export const chooseCustomerTags: Act = async ({ app, say }) => {
  await app.getByRole("button", { name: say("Add condition") }).first().click();
  await app.getByRole("menuitem", { name: say("Customer tags") }).click();
  await app.getByRole("combobox", { name: say("Customer tags") }).click();
  await app.getByRole("option", { name: "VIP" }).click();
  await app.getByRole("button", { name: /^(Remove VIP|VIP entfernen)/ }).waitFor();
};

export const tooManyProducts: Act = async ({ app, say }) => {
  await app.getByLabel(say("Most products")).first().fill("9");
  await app.getByText(/^(Use 1 to 6|Verwenden Sie 1 bis 6)/).first().waitFor();
};

export const nameAnotherShop: Act = async ({ app, say }) => {
  await app.getByLabel(/^(To confirm, type your store’s name|.*den Namen Ihres Shops)/).fill("another shop");
  await app.getByRole("button", { name: say("Delete everything in 24 hours") }).click();
  await app.getByText(/^(That isn’t|Das ist nicht) /).waitFor();
};

/** Of a shop that has the flat plan, which Shopify would have to agree to first. */
export const leavePlan: Act = async (opened) => {
  await opened.page.route(/billing.*[?&]_data=/, async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, json: { ...((await reply.json()) as object), plan: "flat", status: "active" } });
  });
  await goTo(opened, "Plan and billing");
  await ask("Change to Free")(opened);
};

/** Goes to a page while the app's server fails, or never answers. */
export const goWhile = (server: "fails" | "waits", name: string, until: (app: Frame, say: AdminPage["say"]) => Promise<void>): Act => async (opened) => {
  await opened.page.route(/[?&]_data=/, (route) => (server === "fails" ? route.fulfill({ status: 500, contentType: "text/plain", body: "" }) : undefined));
  await goTo(opened, name);
  await until(opened.app, opened.say);
};

/** Goes to a page by the admin's menu. */
async function goTo({ page, say }: Pick<AdminPage, "page" | "say">, name: string): Promise<void> {
  const menu = page.locator(".menu-button");
  if (await menu.isVisible()) await menu.click();
  await page.locator("#app-nav").getByRole("link", { name: say(name) }).click();
}
