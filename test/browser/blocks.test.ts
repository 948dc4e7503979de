import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Placement } from "../../app/domain/offers/placement";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { axeFaults } from "../support/axe";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { eventually, startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { addOffer, relaxCourtesy } = await import("../support/buyers");
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await stack.stop();
});

const shop = ShopId.parse(stack.shop);
let bought: number;
let offered: { variantId: number; title: string };
beforeAll(async () => {
  await stack.control("updateShop", { shop, plan: "plus" });
  await relaxCourtesy(shop);
  const { rows } = await pool.query<{ id: number; product_id: number; title: string }>(
    `select v.id, v.product_id, p.title from variants v join products p on p.shop = v.shop and p.id = v.product_id
     where v.shop = $1 and (v.inventory_quantity > 20 or not v.stock_limited) and p.published_at is not null
       and (select count(*) from variants o where o.shop = v.shop and o.product_id = v.product_id) = 1
     order by v.id limit 2`, [shop]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("The shop has not enough to sell");
  bought = first.id;
  offered = { variantId: second.id, title: second.title };
  const placements: Placement[] = ["checkout", "thank-you", "order-status"];
  await addOffer(shop, { title: "It goes with your order", placements, products: [{ productId: second.product_id, variantIds: [] }] });
});

async function open(address: string, device: keyof typeof devices = "desktop"): Promise<Page> {
  const page = await (await browser.newContext(devices[device])).newPage();
  page.on("pageerror", (error) => { throw error; });
  await page.goto(`${stack.origin}${address}`);
  return page;
}
const checkout = async (email: string, more: object = {}) =>
  ((await stack.control("createCheckout", { shop, lines: [{ variantId: bought, quantity: 1 }], email, ...more })) as { token: string }).token;
/** A paid order of a known customer that the app has heard of. */
async function placeOrder(email: string, more: object = {}) {
  const { id: customerId } = (await stack.control("createCustomer", { shop, customer: { email } })) as { id: number };
  const token = await checkout(email, { customerId, ...more });
  const { id } = (await stack.control("completeCheckout", { shop, token })) as { id: number };
  await eventually(30, async () => (await pool.query("select from orders where shop = $1 and id = $2", [shop, id])).rowCount || null);
  return { token, id, customerId };
}
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

test("in checkout one click adds the product with its discount, and the order is traced to the offer", async () => {
  const token = await checkout("adds@example.com");
  const page = await open(`/checkout/${token}`);
  await page.getByText("It goes with your order").waitFor();
  await page.getByRole("button", { name: `Add ${offered.title} to your order` }).click();
  await page.getByText("Added to your order").waitFor();
  await shoot(page, "checkout");
  expect(await axeFaults(page)).toEqual([]);
  await stack.control("completeCheckout", { shop, token });
  const traced = await eventually(30, async () => (await pool.query<{ net: number }>(
    `select l.amount_minor as net from ledger_entries l join decisions d on d.shop = l.shop and d.id = l.decision_id where d.shop = $1 and d.reference_id = $2`, [shop, token])).rows[0]);
  expect(traced?.net).toBeGreaterThan(0);
  await page.context().close();
});

test("a wallet that refuses is told of, and the order stays as it is", async () => {
  await stack.control("refuseCartChanges", { shop, failure: "The wallet does not allow changes" });
  const page = await open(`/checkout/${await checkout("wallet@example.com")}`);
  await page.getByRole("button", { name: `Add ${offered.title} to your order` }).click();
  await page.getByText("It could not be added with this way of paying. Your order is unchanged.").waitFor();
  await stack.control("refuseCartChanges", { shop, failure: null });
  await page.context().close();
});

test("a wallet order is met on the thank-you page, and the choice leads to a checkout with the discount in it", async () => {
  const { token } = await placeOrder("thanks@example.com", { payment: "wallet" });
  const page = await open(`/checkout/${token}/thank_you`, "phone");
  await page.getByRole("checkbox", { name: `Choose ${offered.title}` }).check();
  await page.getByRole("button", { name: "Continue with 1 product" }).click();
  const link = page.getByRole("link", { name: "Go to checkout" });
  await link.waitFor();
  await shoot(page, "thank-you");
  await link.click();
  await page.waitForURL(/\/checkout\//);
  await shoot(page, "next-checkout");
  await page.getByText(offered.title).first().waitFor();
  await page.getByText("Discount (Your offer)").first().waitFor();
  await page.context().close();
});

test("who says no on the thank-you page is not asked again on the order's page, where the same order can be placed again", async () => {
  const { token, id, customerId } = await placeOrder("declines@example.com");
  const page = await open(`/checkout/${token}/thank_you`);
  await page.getByRole("button", { name: "No, thank you, hide this offer" }).click();
  await eventually(5, async () => (await pool.query("select from decisions where shop = $1 and reference_id = $2 and declined_at is not null", [shop, token])).rowCount || null);
  await page.goto(`${stack.origin}/account/encore-demo/login/as/${String(customerId)}`);
  await page.goto(`${stack.origin}/account/encore-demo/orders/${String(id)}`);
  await page.getByRole("button", { name: "Order again" }).click();
  const link = page.getByRole("link", { name: "Go to checkout" });
  await link.waitFor();
  expect(await page.getByText("It goes with your order").count()).toBe(0);
  await shoot(page, "order-status");
  await link.click();
  await page.waitForURL(/\/checkout\//);
  await page.context().close();
});

test("a subscription is begun on the product's page, with the rhythm that was chosen when buying again", async () => {
  const { rows } = await pool.query<{ product_id: number }>("select product_id from variants where shop = $1 and id = $2", [shop, bought]);
  await stack.control("createSellingPlanGroup", { shop, name: "Subscribe", plans: ["Every month"], productIds: [rows[0]?.product_id] });
  await pool.query("select graphile_worker.add_job('selling-plans.refresh', json_build_object('shop', $1::text))", [shop]);
  await eventually(30, async () => (await pool.query("select from selling_plans where shop = $1", [shop])).rowCount || null);
  const { customerId } = await placeOrder("subscribes@example.com");
  const page = await open(`/account/encore-demo/login/as/${String(customerId)}`, "phone");
  await page.goto(`${stack.origin}/account/encore-demo/pages/encore-buy-again`);
  await page.getByLabel("How often").selectOption({ label: "Every month" });
  await shoot(page, "buy-again-subscription");
  await page.getByRole("link", { name: /^Subscribe to / }).click();
  await page.waitForURL(/selling_plan=/);
  await page.getByRole("button", { name: "Add to cart" }).first().click();
  await page.getByText("Every month").waitFor();
  await page.context().close();
});

test("everything bought before can be bought again with one click, and offers switched off and on", async () => {
  const { customerId } = await placeOrder("again@example.com");
  const page = await open(`/account/encore-demo/login/as/${String(customerId)}`);
  await page.goto(`${stack.origin}/account/encore-demo/pages/encore-buy-again`);
  await page.getByRole("checkbox", { name: /^Choose / }).first().check();
  const link = page.getByRole("link", { name: "Go to checkout" });
  await link.waitFor();
  await page.getByRole("switch", { name: "Don’t show me offers" }).click();
  await page.getByText("You will not be shown offers any more.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("You may be shown offers again.").waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await shoot(page, "buy-again");
  await link.click();
  await page.waitForURL(/\/checkout\//);
  await page.goto(`${stack.origin}/account/encore-demo/profile`);
  await page.getByRole("switch", { name: "Don’t show me offers" }).waitFor();
  await shoot(page, "profile");
  await page.context().close();
});
