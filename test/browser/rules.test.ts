import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { createOffer, openAdmin, saveChanges } from "../support/admin-page";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

async function addCondition(app: Frame, name: string): Promise<void> {
  await app.getByRole("button", { name: "Add condition" }).first().click();
  await app.getByRole("menuitem", { name }).click();
}

test("a rule is made of times and earlier offers, taken out as a file, and put in again", async () => {
  const { page, app, close, faults } = await openAdmin(browser, stack, "/app/offers/new");
  await createOffer(page, app, "Evenings");

  await addCondition(app, "Time of day");
  await app.getByLabel("From", { exact: true }).fill("18:00");
  await app.getByLabel("Until", { exact: true }).fill("23:00");
  await addCondition(app, "Earlier offers");
  await app.getByLabel("What happened").selectOption({ label: "declined" });
  await app.getByLabel("How it must match").selectOption({ label: "The customer has not" });
  await addCondition(app, "Note attribute");
  await app.getByText("Can’t be known here: post-purchase page (note attribute).").waitFor();
  await app.getByRole("button", { name: "Remove condition: Note attribute" }).click();
  await saveChanges(page);
  await app.getByText("Version 2 (current)").waitFor();
  await app.getByText("Added: the shop’s clock is between 18:00 and 23:00").waitFor();
  await app.getByText("Added: customer did not decline this offer before").waitFor();

  const [file] = await Promise.all([page.waitForEvent("download"), app.getByRole("button", { name: "Export rule" }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "encore-rule", version: 1, rule: { kind: "all", conditions: [{ kind: "timeOfDay", from: "18:00", to: "23:00" }, { kind: "encounter", what: "decline", hasHappened: false }] } });

  const put = (content: string) => app.getByLabel("Rule file").setInputFiles({ name: "rule.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await put(text.replace("timeOfDay", "moonPhase"));
  await app.getByText("rule.conditions.0.kind: There is no condition of the kind “moonPhase”").waitFor();
  await put(text.replace("18:00", "19:30"));
  await expect.poll(() => app.getByLabel("From", { exact: true }).inputValue()).toBe("19:30");
  await saveChanges(page);
  await app.getByText("Changed: the shop’s clock is between 18:00 and 23:00 → the shop’s clock is between 19:30 and 23:00").waitFor();
  await close();
  expect(faults).toEqual([]);
});

test("customers' tags are chosen from the shop's own with the keyboard, others are typed, and each can be taken away", async () => {
  await stack.control("createCustomer", { shop: stack.shop, customer: { email: "dealer@example.com", tags: ["Trade fair", "dealer"] } });
  const { page, app, close, faults } = await openAdmin(browser, stack, "/app/offers/new");
  await createOffer(page, app, "For dealers");
  await addCondition(app, "Customer tags");
  const field = app.getByRole("combobox", { name: "Customer tags" });
  // The tag comes by webhook.
  await expect.poll(async () => {
    await field.fill("");
    await field.fill("trade");
    return app.getByRole("option", { name: "Trade fair" }).waitFor({ timeout: 2_000 }).then(() => true, () => false);
  }, { timeout: 60_000 }).toBe(true);
  await field.press("ArrowDown");
  await field.press("Enter");
  await app.getByRole("button", { name: "Remove Trade fair" }).waitFor();
  await field.pressSequentially("not seen yet");
  await app.getByRole("option", { name: "Add “not seen yet”" }).waitFor();
  await field.press("Enter");
  await app.getByRole("button", { name: "Remove not seen yet" }).waitFor();
  await field.pressSequentially("dealer");
  await app.getByRole("option", { name: "dealer" }).click();
  await app.getByRole("button", { name: "Remove dealer" }).click();
  await app.getByText("Can’t be known here").waitFor({ state: "detached" });
  await saveChanges(page);
  await app.getByText("Added: customer has any of the tags: Trade fair, not seen yet").waitFor();

  await addCondition(app, "Shipping country");
  const countries = app.getByRole("combobox", { name: "Countries" });
  await countries.fill("ger");
  await expect.poll(() => app.getByRole("listbox").getByRole("option").first().textContent()).toContain("Germany (DE)");
  await countries.fill("united k");
  await app.getByRole("option", { name: "United Kingdom (GB)" }).click();
  await app.getByRole("button", { name: "Remove United Kingdom" }).waitFor();
  await close();
  expect(faults).toEqual([]);
});
