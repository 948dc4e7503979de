import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { appFrame, openAdmin } from "../support/admin-page";
import { launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { startStack } from "../support/stack";

const stack = await startStack({ databaseUrl: await freshDatabase() });
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await stack.stop();
});

test("a plan is declined at Shopify, then chosen and approved; the app says politely how it stands", async () => {
  const { page, app, faults, close } = await openAdmin(browser, stack, "/app/billing");
  await app.getByRole("button", { name: "Choose Flat" }).click();
  await page.getByRole("heading", { name: "Approve charge" }).waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  const declined = await appFrame(page);
  await declined.getByText("You stay on the Free plan").waitFor();

  await declined.getByLabel("Cap for 30 days").fill("50");
  await declined.getByRole("button", { name: "Choose Usage" }).click();
  await page.getByText("Up to £50.00 every 30 days").waitFor();
  await page.getByRole("button", { name: "Approve" }).click();
  const approved = await appFrame(page);
  await approved.getByText("You are on the Usage plan").waitFor();
  await approved.getByText("14 days of trial left").waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("the shop's data is exported, downloaded as a whole, and its deletion planned and called off", async () => {
  const { page, app, close } = await openAdmin(browser, stack, "/app/settings/data");
  await app.getByRole("button", { name: "Start an export" }).click();
  const download = app.getByRole("button", { name: "Download" });
  await download.waitFor({ timeout: 60_000 });
  const [saved] = await Promise.all([page.waitForEvent("download"), download.click()]);
  const lines = gunzipSync(await readFile(await saved.path())).toString("utf8").trimEnd().split("\n");
  expect(lines.some((line) => line.startsWith('{"part":"orders"'))).toBe(true);

  const name = app.getByLabel(/^To confirm, type your store’s name/);
  await name.fill("Another");
  await app.getByRole("button", { name: "Delete everything in 24 hours" }).click();
  await app.getByText(/^That isn’t /).waitFor();
  const label = (await app.getByText(/^To confirm, type your store’s name: /).textContent()) ?? "";
  await name.fill(label.replace(/^.*: /, ""));
  await app.getByRole("button", { name: "Delete everything in 24 hours" }).click();
  await app.getByText("Everything will be deleted").waitFor();
  await app.getByRole("button", { name: "Keep the data" }).click();
  await app.getByText("Everything will be deleted").waitFor({ state: "hidden" });
  await close();
});
