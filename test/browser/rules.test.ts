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
  await addCondition(app, "Customer tags");
  await app.getByText("Can’t be known here: post-purchase page (customer tags).").waitFor();
  await app.getByRole("button", { name: "Remove condition: Customer tags" }).click();
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
