import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PlacementSettings } from "../../app/domain/placements/settings";
import { ShopId } from "../../app/domain/shops/shop-id";
import { openAdmin, saveChanges } from "../support/admin-page";
import { setAppEnvironment } from "../support/app-environment";
import { axeFaults } from "../support/axe";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { eventually, startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { changePlacements } = await import("../../app/services/placements/settings.server");
const { addOffer } = await import("../support/buyers");
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await stack.stop();
});

const shop = ShopId.parse(stack.shop);
const adminPath = `${stack.origin}/admin/store/encore-demo`;
let bought: number;
beforeAll(async () => {
  const { rows } = await pool.query<{ id: number; product_id: number }>(
    `select v.id, v.product_id from variants v join products p on p.shop = v.shop and p.id = v.product_id
     where v.shop = $1 and (v.inventory_quantity > 20 or not v.stock_limited) and p.published_at is not null order by v.id limit 2`, [shop]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("The shop has not enough to sell");
  bought = first.id;
  await addOffer(shop, { title: "It goes with your order", placements: ["e-mail", "receipt"], products: [{ productId: second.product_id, variantIds: [] }] });
});

const toast = (page: Page, text: string) => page.locator("#toasts").getByText(text).first().waitFor();

/** A paid order that the app has heard of. */
async function placeOrder(email: string, customerId?: number): Promise<{ id: number; name: string }> {
  const order = (await stack.control("placeOrder", { shop, lines: [{ variantId: bought, quantity: 1 }], email, ...(customerId === undefined ? {} : { customerId }) })) as { id: number; name: string };
  const known = await eventually(30, async () => (await pool.query("select from orders where shop = $1 and id = $2", [shop, order.id])).rowCount || null);
  if (known === null) throw new Error("The app has not heard of the order");
  return order;
}

async function openPage(address: string, options: { javaScriptEnabled?: boolean; device?: keyof typeof devices } = {}): Promise<Page> {
  const { device = "desktop", ...rest } = options;
  const context = await browser.newContext({ ...devices[device], ...rest });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

describe("staff", () => {
  test("copy a snippet in their customers' language, and give the receipt a line of its own", async () => {
    const { page, app, close, faults } = await openAdmin(browser, stack, "/app/placements/snippets");
    await app.getByLabel("Language").selectOption("de");
    const snippet = app.getByRole("textbox", { name: "Snippet for the order e-mail", exact: true });
    const before = await snippet.inputValue();
    expect(before).toContain("Encore: order-email, version 1, de");
    await app.frameLocator('iframe[title="Preview of the order e-mail"]').getByText("Ansehen, was zu Ihrer Bestellung passt").waitFor();

    await app.getByLabel("Line in German").fill("Bis zum nächsten Mal");
    await app.frameLocator('iframe[title="Preview of the receipt"]').getByText("Bis zum nächsten Mal").waitFor();
    await saveChanges(page);
    await toast(page, "Receipt saved");

    await app.getByRole("button", { name: "Make a new key" }).first().click();
    await app.getByRole("dialog").getByRole("button", { name: "Make a new key" }).click();
    await app.getByText("Links made with the key before work until").waitFor();
    expect(await snippet.inputValue()).not.toBe(before);
    expect(faults).toEqual([]);
    await close();
  });

  test("say who counts as valued; what cannot be is refused at its field", async () => {
    const { page, app, close, faults } = await openAdmin(browser, stack, "/app/placements/flow");
    await app.getByLabel("Orders, at least").fill("1");
    await app.getByText("Use 2 to 100").waitFor();
    await app.getByLabel("Orders, at least").fill("2");
    await saveChanges(page);
    await toast(page, "Flow settings saved");
    expect(faults).toEqual([]);
    await close();
  });

  test.each([["snippets", "desktop"], ["snippets", "phone"], ["flow", "desktop"], ["flow", "phone"]] as const)("see the %s on a %s within its width", async (name, device) => {
    const { page, app, close } = await openAdmin(browser, stack, `/app/placements/${name}`, device);
    expect(await app.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    for (const [place, heading] of (await app.getByRole("heading", { level: 3 }).all()).entries()) {
      await heading.scrollIntoViewIfNeeded();
      await shoot(page, `${name}-${device}-${String(place)}`);
    }
    await close();
  });

  test("print a receipt whose code opens the order's page", async () => {
    const order = await placeOrder("receipt@example.com");
    const page = await openPage(`${adminPath}/orders/${String(order.id)}/print/encore-print-receipt`);
    const receipt = page.frameLocator("#print-preview");
    await receipt.getByText(order.name).first().waitFor();
    const code = (await receipt.locator("code").textContent()) ?? "";
    expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]$/);
    await receipt.locator("svg").waitFor();
    await shoot(page, "print");

    const typed = await openPage(`${stack.storefront}/apps/encore/l`, { javaScriptEnabled: false });
    await typed.getByLabel("Code on your receipt").fill(code.toLowerCase());
    await typed.getByRole("button", { name: "Open" }).click();
    await typed.getByRole("heading", { name: "It goes with your order" }).waitFor();
    await typed.context().close();
    await page.context().close();
  });
});

describe("a shopper", () => {
  test.each(["desktop", "phone"] as const)("comes from the order e-mail to a filled checkout, on a %s and without script", async (device) => {
    const admin = await openAdmin(browser, stack, "/app/placements/snippets");
    const liquid = await admin.app.getByRole("textbox", { name: "Snippet for the order e-mail", exact: true }).inputValue();
    await admin.close();
    await stack.control("editNotification", { shop, kind: "orderConfirmation", liquid });
    const order = await placeOrder(`${device}@example.com`);
    const page = await openPage(`${adminPath}/orders/${String(order.id)}/notifications/orderConfirmation`, { javaScriptEnabled: false, device });
    await page.getByRole("link", { name: "See what goes with your order" }).click();
    await page.getByRole("heading", { name: "It goes with your order" }).waitFor();
    await shoot(page, `landing-${device}`);
    await page.getByRole("button", { name: /^Take it to the checkout/ }).click();
    await page.waitForURL(/checkout|cart/);
    await shoot(page, `filled-${device}`);
    await page.context().close();
  });

  test("declines behind the link, and wants no more offers: both hold when it is opened again", async () => {
    const order = await placeOrder("quiet@example.com");
    const page = await openPage(`${adminPath}/orders/${String(order.id)}/notifications/orderConfirmation`);
    await page.getByRole("link", { name: "See what goes with your order" }).click();
    expect(await axeFaults(page, ".encore-page")).toEqual([]);
    await page.getByRole("button", { name: "No, thank you" }).click();
    await page.getByText("We have nothing to suggest just now").waitFor();
    await page.getByRole("button", { name: "Don’t show me offers" }).click();
    await page.getByRole("heading", { name: "We won’t show you offers any more" }).waitFor();
    await page.goto(page.url());
    await page.getByRole("heading", { name: "We won’t show you offers any more" }).waitFor();
    await page.context().close();
  });

  test("sees on the product page what is popular, adds it without leaving, and with no script by the cart", async () => {
    // Counting is due every minute; asked for, it begins at once, and what is popular is published after it.
    await pool.query("select graphile_worker.add_job('counts.update', json_build_object('shop', $1::text))", [shop]);
    const published = await eventually(90, async () => (await pool.query("select from companion_publications where shop = $1 and product_id = 0 and cardinality(companion_ids) > 0", [shop])).rowCount || null);
    expect(published).toBe(1);
    const { rows } = await pool.query<{ handle: string }>("select handle from products where shop = $1 and status = 'active' order by id limit 1", [shop]);
    const address = `${stack.storefront}/products/${rows[0]?.handle ?? ""}`;
    const page = await openPage(address);
    await page.getByRole("heading", { name: /Popular in our shop|Customers who bought this also bought/ }).waitFor();
    expect(await axeFaults(page, ".encore-also-bought")).toEqual([]);
    await page.getByRole("button", { name: /^Add to cart/ }).and(page.locator(".encore-product__button")).first().click();
    await page.getByText("Added. View cart", { exact: true }).waitFor();
    expect(page.url()).toBe(address);
    await shoot(page, "product");
    await page.context().close();

    const plain = await openPage(address, { javaScriptEnabled: false });
    await plain.locator(".encore-product__button").first().click();
    await plain.waitForURL(/\/cart/);

    // How many and how they lie is set in Encore; the theme's own settings say nothing yet.
    const now = new Date();
    await changePlacements(shop, PlacementSettings.parse({ "product-page": { products: 2, layout: "list", heading: { en: "Also nice" } } }), null, now);
    await eventually(30, async () => (await pool.query("select from placement_settings where shop = $1 and published_at is not null", [shop])).rowCount || null);
    await plain.goto(address);
    await plain.locator(".encore-also-bought__list--list").waitFor();
    expect(await plain.locator(".encore-product").count()).toBe(2);
    await plain.context().close();
  });

  test("who was referred carries the code to the order", async () => {
    const page = await openPage(`${stack.storefront}/?ref=ANNA-24`);
    await page.goto(`${stack.storefront}/products/${(await pool.query<{ handle: string }>("select handle from products where shop = $1 and status = 'active' order by id limit 1", [shop])).rows[0]?.handle ?? ""}?ref=ANNA-24`);
    const noted = await page.waitForResponse(/cart\/update\.js/, { timeout: 5_000 }).catch(() => null);
    expect(noted?.ok() ?? (await page.evaluate(() => sessionStorage.getItem("encore-ref"))) === "ANNA-24").toBe(true);
    await page.context().close();
  });
});

test("Flow is told of a customer who became valued, once", async () => {
  const { id: customerId } = (await stack.control("createCustomer", { shop, customer: { email: "valued@example.com" } })) as { id: number };
  await placeOrder("valued@example.com", customerId);
  await placeOrder("valued@example.com", customerId);
  await pool.query("select graphile_worker.add_job('flow.collect', json_build_object('shop', $1::text)) from generate_series(1, 2)", [shop]);
  const sent = await eventually(30, async () => {
    const { rows } = await pool.query<{ status: string }>("select status from flow_events where shop = $1 and trigger = 'valued-customer' and status <> 'pending' and status <> 'sending'", [shop]);
    return rows[0] ? rows : null;
  });
  expect(sent?.map(({ status }) => status)).toContain("sent");
  expect(sent?.map(({ status }) => status)).not.toContain("refused");
  const page = await openPage(`${adminPath}/flow`);
  await page.getByText("encore-valued-customer").or(page.getByText("Customer became valued")).first().waitFor();
  await shoot(page, "flow-seen");
  await page.context().close();
});
