import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { chooseProduct, openAdmin } from "../support/admin-page";
import { setAppEnvironment } from "../support/app-environment";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { keyboardOf } from "../support/keyboard";
import { eventually, startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { addOffer } = await import("../support/buyers");
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await stack.stop();
});

const shop = ShopId.parse(stack.shop);
let bought: number;
beforeAll(async () => {
  const { rows } = await pool.query<{ id: number; product_id: number }>(
    `select v.id, v.product_id from variants v join products p on p.shop = v.shop and p.id = v.product_id
     where v.shop = $1 and (v.inventory_quantity > 20 or not v.stock_limited) and p.published_at is not null order by v.id limit 2`, [shop]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("The shop has not enough to sell");
  bought = first.id;
  await addOffer(shop, { title: "One more thing?", body: "It goes well with your order.", products: [{ productId: second.product_id, variantIds: [] }], shippingMinor: 250 });
});

/** Pays for an order and opens what Shopify shows next. */
async function pay(device: keyof typeof devices): Promise<{ page: Page; token: string }> {
  const checkout = (await stack.control("createCheckout", { shop, lines: [{ variantId: bought, quantity: 1 }], email: "shopper@example.com" })) as { token: string };
  await stack.control("completeCheckout", { shop, token: checkout.token });
  const context = await browser.newContext(devices[device]);
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  await page.goto(`${stack.origin}/checkout/${checkout.token}/post_purchase`);
  return { page, token: checkout.token };
}

const acceptanceOf = async (token: string) =>
  (await pool.query<{ state: string; net: number | null }>(
    `select a.state, (select sum(amount_minor)::bigint from ledger_entries l where l.decision_id = d.id) as net
     from decisions d join acceptances a on a.decision_id = d.id where d.reference_id = $1`, [token])).rows[0];

test.each(["desktop", "phone"] as const)("on a %s a shopper takes two with one click, pays what was shown, and the order confirms it", async (device) => {
  const { page, token } = await pay(device);
  await page.getByText("One more thing?").waitFor();
  await page.getByLabel("Quantity").selectOption("2");
  const button = page.getByRole("button", { name: /^Pay now · £/ });
  await button.waitFor();
  await expect.poll(() => button.isEnabled()).toBe(true);
  const shown = (await button.textContent())?.split("£")[1];
  await button.dblclick();
  await page.waitForURL(/thank_you/);

  const confirmed = await eventually(30, async () => {
    const acceptance = await acceptanceOf(token);
    return acceptance?.state === "confirmed" ? acceptance : null;
  });
  expect(confirmed?.net).toBeGreaterThan(0);
  const { rows } = await pool.query<{ order_id: number }>("select order_id from decisions where reference_id = $1", [token]);
  const charges = (await stack.control("charges", { shop, orderId: rows[0]?.order_id })) as Array<{ reason: string; amount: number }>;
  expect(charges.filter(({ reason }) => reason !== "purchase").map(({ amount }) => (amount / 100).toFixed(2))).toEqual([shown]);
  await page.context().close();
});

test("a shopper who declines is charged nothing and goes on to the confirmation", async () => {
  const { page, token } = await pay("phone");
  await page.getByRole("button", { name: "No, thank you" }).click();
  await page.waitForURL(/thank_you/);
  const declined = await eventually(5, async () => (await pool.query("select from decisions where reference_id = $1 and declined_at is not null", [token])).rowCount || null);
  expect(declined).toBe(1);
  expect(await acceptanceOf(token)).toBeUndefined();
  await page.context().close();
});

/** The document that a preview is drawn in, once it is there. */
const previewAt = (app: Frame, placement: string) => app.frameLocator(`iframe[title="Preview: ${placement}"]`);

test("beside the form stands what shoppers will see, drawn by the extensions: as it is typed, in their language, as wide as their screen", async () => {
  const { app, page, faults, close } = await openAdmin(browser, stack, "/app/offers/new");
  await app.getByLabel("Title shown to customers").fill("One more for the sofa?");
  await chooseProduct(page, app, "Wool throw");

  const afterPayment = previewAt(app, "Post-purchase page");
  await afterPayment.getByText("One more for the sofa?").waitFor();
  await afterPayment.getByRole("button", { name: /^Pay now · £/ }).waitFor();
  await app.getByLabel("Title shown to customers").fill("And one for the guests?");
  await afterPayment.getByText("And one for the guests?").waitFor();
  // A phone's page stands there to its end.
  expect(await afterPayment.locator("body").evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);

  // An order that is none of the newest is found by its number.
  const { rows: [oldest] } = await pool.query<{ name: string }>("select name from orders where shop = $1 order by processed_at limit 1", [shop]);
  const sampleOrder = app.getByLabel("Sample order");
  await sampleOrder.selectOption({ label: "Another order…" });
  await app.getByLabel("Order number").fill("0");
  await page.keyboard.press("Enter");
  await app.getByText("There’s no order 0 with products in it.").waitFor();
  await app.getByLabel("Order number").fill(oldest?.name ?? "");
  await app.getByRole("button", { name: "Find", exact: true }).click();
  await expect.poll(() => sampleOrder.locator("option:checked").textContent()).toContain(`${oldest?.name ?? ""}:`);
  await app.getByLabel("Customer’s language").selectOption({ label: "German" });
  await afterPayment.getByRole("button", { name: /^Jetzt bezahlen/ }).waitFor();

  await app.getByLabel("Thank-you page").check();
  await app.getByLabel("Placement", { exact: true }).selectOption({ label: "Thank-you page" });
  const thankYou = previewAt(app, "Thank-you page");
  await thankYou.getByRole("checkbox", { name: "Wool throw auswählen" }).check();
  await thankYou.getByRole("button", { name: "Weiter mit 1 Produkt" }).waitFor();
  const width = () => thankYou.locator("body").evaluate(() => window.innerWidth);
  expect(await width()).toBe(390);
  await app.getByRole("button", { name: "Desktop", exact: true }).click();
  await expect.poll(width).toBe(640);
  expect(faults).toEqual([]);
  await close();
});

test("a preview of what is sold out says so instead of showing it", async () => {
  const { rows } = await pool.query<{ id: number }>("select v.id from variants v join products p on p.shop = v.shop and p.id = v.product_id where v.shop = $1 and p.title = 'Wool throw'", [shop]);
  for (const { id } of rows) await stack.control("setInventory", { shop, variantId: id, available: 0 });
  await eventually(30, async () =>
    (await pool.query("select from variants v join products p on p.shop = v.shop and p.id = v.product_id where v.shop = $1 and p.title = 'Wool throw' and v.inventory_quantity > 0", [shop])).rowCount === 0 || null);
  const { app, page, close } = await openAdmin(browser, stack, "/app/offers/new", "phone");
  await chooseProduct(page, app, "Wool throw");
  // On a phone the preview stands below the form, and is fetched once it is near.
  await app.getByRole("heading", { name: "Preview", exact: true }).scrollIntoViewIfNeeded();
  await app.getByText("Wool throw is sold out.").waitFor();
  await close();
});

test("staff make an offer, try it, publish it, see it explained and take a change back, by keyboard alone", { timeout: 300_000 }, async () => {
  const { page, app, faults, close } = await openAdmin(browser, stack, "");
  const { press, tabTo, type } = keyboardOf(page);

  await press("Offers");
  await app.getByRole("heading", { name: "Offers", level: 1 }).waitFor();
  await press("Create offer");
  await app.getByRole("link", { name: "Use template: Products you choose" }).waitFor();
  await press("Use template: Products you choose");
  await app.getByRole("heading", { name: "New offer", level: 1 }).waitFor();
  await type("Name", "By keyboard");
  await type("Title shown to customers", "A throw to go with it?");
  await press("Choose products");
  await tabTo(/^Wool throw/);
  await page.keyboard.press("Space");
  await press(/^(Add|Select)$/);

  await press("Try it");
  await app.getByText("See orders and reasons").waitFor({ timeout: 120_000 });
  await press("Save");
  await app.getByRole("heading", { name: "By keyboard", level: 1 }).waitFor();
  await press("Publish");
  await app.getByRole("button", { name: "Pause" }).waitFor();

  const shopper = await pay("desktop");
  await shopper.page.getByRole("button", { name: "No, thank you" }).waitFor();
  await shopper.page.context().close();
  await press("Activity");
  await app.getByRole("heading", { name: "Activity", level: 1 }).waitFor();
  await press(/^#\d+$|^Order/);
  // Why it was this offer, or why another went before it.
  await app.getByText("By keyboard").first().waitFor();

  await press("Offers");
  await app.getByRole("heading", { name: "Offers", level: 1 }).waitFor();
  await press("By keyboard");
  await app.getByText("Version 1 (current)").waitFor();
  await type("Title shown to customers", "Not a good title");
  await press("Save");
  await app.getByText("Version 2 (current)").waitFor();
  await press("Restore version 1");
  await app.getByRole("dialog").waitFor();
  await press("Restore");
  await app.getByText("Version 3 (current)").waitFor();
  expect(await app.getByLabel("Title shown to customers").inputValue()).toBe("A throw to go with it?");
  await close();
  expect(faults).toEqual([]);
});
