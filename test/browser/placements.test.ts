import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { devices, launchBrowser } from "../support/browser";
import { freshDatabase } from "../support/database";
import { eventually, startStack } from "../support/stack";

const databaseUrl = await freshDatabase();
const stack = await startStack({ databaseUrl });
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { setStatus } = await import("../../app/data/offers/offer-writes.server");
const { addOffer, relaxCourtesy } = await import("../support/buyers");
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await closeDatabase();
  await stack.stop();
});

const shop = ShopId.parse(stack.shop);
const dayMs = 86_400_000;
let bought: { id: number; productId: number };
let offered: { id: number; productId: number; title: string };
beforeAll(async () => {
  const { rows } = await pool.query<{ id: number; product_id: number; title: string }>(
    `select v.id, v.product_id, p.title from variants v join products p on p.shop = v.shop and p.id = v.product_id
     where v.shop = $1 and (v.inventory_quantity > 20 or not v.stock_limited) and p.published_at is not null order by v.id limit 2`, [shop]);
  const [first, second] = rows;
  if (!first || !second) throw new Error("The shop has not enough to sell");
  bought = { id: first.id, productId: first.product_id };
  offered = { id: second.id, productId: second.product_id, title: second.title };
  // What was bought at full price a while ago may be offered for less here, or the reminder would wait.
  await relaxCourtesy(shop, { regretDays: 0 });
});

const block = (page: Page, target: string) => page.locator(`[data-target="${target}"]`);
const thankYou = "purchase.thank-you.block.render";

async function shopper(device: keyof typeof devices): Promise<Page> {
  const page = await (await browser.newContext(devices[device])).newPage();
  page.on("pageerror", (error) => { throw error; });
  return page;
}

async function openCheckout(page: Page, email: string): Promise<string> {
  const { token } = (await stack.control("createCheckout", { shop, lines: [{ variantId: bought.id, quantity: 1 }], email })) as { token: string };
  await page.goto(`${stack.origin}/checkout/${token}`);
  return token;
}

const payByWallet = (page: Page) => page.locator(".express button").click();
const payByCard = (page: Page) => page.locator('button[name="intent"][value="pay"]').click();

/** Waits until the block has nothing to say; while it asks, its outline stands there. */
async function expectNothing(page: Page, target: string): Promise<void> {
  await expect.poll(() => block(page, target).first().getAttribute("data-state"), { timeout: 30_000 }).toBe("empty");
}

/** Only this offer is live while a test runs. */
async function withOffer(content: Parameters<typeof addOffer>[1], work: () => Promise<void>): Promise<void> {
  const id = await addOffer(shop, { products: [{ productId: offered.productId, variantIds: [] }], ...content });
  try {
    await work();
  } finally {
    await setStatus(shop, [id], ["active"], "archived", new Date());
  }
}

test.each(["desktop", "phone"] as const)("the storefront lists the shop's products on a %s", async (device) => {
  const page = await shopper(device);
  await page.goto(stack.storefront);
  expect(await page.getByText("Wool throw").count()).toBeGreaterThan(0);
  await page.context().close();
});

test("an offer that was declined after paying is met neither on the thank-you page nor on the order status page", async () => {
  await withOffer({ title: "Only asked once", placements: ["post-purchase", "thank-you", "order-status"] }, async () => {
    const page = await shopper("phone");
    const token = await openCheckout(page, "once@example.com");
    await payByCard(page);
    await page.getByText("Only asked once").waitFor();
    await page.getByRole("button", { name: "No, thank you" }).click();
    await page.waitForURL(/thank_you/);
    await expectNothing(page, thankYou);
    await page.goto(`${stack.origin}/checkout/${token}/order_status`);
    // The button that orders the same again is there, but no offer.
    await block(page, "customer-account.order-status.block.render").getByRole("button").first().waitFor();
    expect(await page.getByText("Only asked once").count()).toBe(0);
    await page.context().close();
  });
});

test("whoever never saw it after paying is met on the thank-you page, and the order that follows confirms the price that stood there", async () => {
  await withOffer({ title: "For next time", placements: ["post-purchase", "thank-you"] }, async () => {
    const page = await shopper("phone");
    const token = await openCheckout(page, "wallet@example.com");
    await payByWallet(page);
    await page.waitForURL(/thank_you/);
    const offer = block(page, thankYou);
    await offer.getByText("For next time").waitFor();
    await offer.getByRole("checkbox").first().check();
    await offer.getByRole("button", { name: /Continue/ }).click();
    await offer.getByRole("link", { name: "Go to checkout" }).click();
    await page.waitForURL(/checkout\//);
    await payByWallet(page);
    await page.waitForURL(/thank_you/);
    const confirmed = await eventually(30, async () =>
      (await pool.query<{ unit: number; net: number }>(
        `select c.unit_minor as unit, (select sum(amount_minor)::bigint from ledger_entries l where l.shop = c.shop and l.decision_id = c.decision_id) as net
         from offer_claims c join decisions d on d.shop = c.shop and d.id = c.decision_id
         where c.shop = $1 and d.reference_id = $2 and c.confirmed_at is not null`, [shop, token])).rows[0]);
    expect(confirmed?.unit).toBeGreaterThan(0);
    expect(confirmed?.net).toBe(confirmed?.unit);
    await page.context().close();
  });
});

test("a coupon is shown on request, works once, and its guesser is answered no more", async () => {
  const strategy = { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: null } as const;
  await withOffer({ title: "A code of your own", placements: ["thank-you"], products: [], strategy, discount: { kind: "none" } }, async () => {
    const page = await shopper("desktop");
    await openCheckout(page, "coupon@example.com");
    await payByWallet(page);
    await page.waitForURL(/thank_you/);
    const offer = block(page, thankYou);
    await offer.getByRole("button", { name: "Show my code" }).click();
    const code = (await offer.locator("s-heading").filter({ hasText: /^[0-9A-Z-]{20,}$/ }).textContent())?.trim() ?? "";
    expect(code.length).toBeGreaterThan(20);

    const field = page.getByRole("textbox", { name: "Discount code" });
    const enter = async (text: string) => {
      await field.fill(text);
      await page.getByRole("button", { name: "Apply" }).click();
    };
    await openCheckout(page, "coupon@example.com");
    await enter(code);
    await expect.poll(() => page.locator(".summary").textContent(), { timeout: 30_000 }).toContain(code);
    await payByWallet(page);
    await page.waitForURL(/thank_you/);
    await openCheckout(page, "coupon@example.com");
    await enter(code);
    await page.getByText("This code is not valid here.").waitFor();
    const throttled = page.getByText("Too many attempts");
    for (let guess = 0; guess < 20 && (await throttled.count()) === 0; guess += 1) {
      await enter(`GUESS-${String(guess)}`);
      await page.getByText("This code is not valid here.").or(throttled).first().waitFor();
    }
    expect(await throttled.count()).toBe(1);
    await page.context().close();
  });
});

test("who buys a product again and again is reminded when it is due, and pays the offer's price in one filled checkout", async () => {
  const start = Date.now();
  const clock = (set: number) => fetch(`${stack.origin}/_local/clock`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ set: new Date(set).toISOString() }) });
  const customers: number[] = [];
  for (const name of ["one", "two", "three", "four"]) {
    customers.push(((await stack.control("createCustomer", { shop, customer: { email: `again-${name}@example.com` } })) as { id: number }).id);
  }
  for (const days of [80, 60, 40, 20]) {
    await clock(start - days * dayMs);
    for (const customerId of customers) await stack.control("placeOrder", { shop, lines: [{ variantId: offered.id, quantity: 1 }], customerId, email: `again-${String(customerId)}@example.com` });
  }
  await clock(Date.now());
  const [customer = 0] = customers;
  await eventually(30, async () => (await pool.query<{ count: number }>("select count(*)::int from orders where shop = $1 and customer_key = $2", [shop, `c:${String(customer)}`])).rows[0]?.count === 4 || null);
  await pool.query("select graphile_worker.add_job('counts.update', json_build_object('shop', $1::text))", [shop]);
  await eventually(60, async () => (await pool.query("select from co_purchase_products where shop = $1 and product_id = $2 and repeats >= 12 and typical_days is not null", [shop, offered.productId])).rowCount || null);

  await withOffer({ title: "Time for more?", placements: ["account"], products: [], strategy: { kind: "reorder", leadDays: 3 } }, async () => {
    const page = await shopper("phone");
    await page.goto(`${stack.origin}/account/encore-demo/login/as/${String(customer)}?return_to=${encodeURIComponent("/account/encore-demo/orders")}`);
    const prompt = block(page, "customer-account.order-index.block.render");
    await prompt.getByText("Time for more?").waitFor();
    await prompt.getByRole("checkbox", { name: `Choose ${offered.title}` }).check();
    await prompt.getByRole("button", { name: /Continue/ }).click();
    await prompt.getByRole("link", { name: "Go to checkout" }).click();
    await page.waitForURL(/checkout\//);
    await payByWallet(page);
    await page.waitForURL(/thank_you/);
    const confirmed = await eventually(30, async () =>
      (await pool.query<{ unit: number; before: number; amount: number }>(
        `select c.unit_minor as unit, c.unit_before_minor as before, c.amount_minor as amount from offer_claims c join decisions d on d.shop = c.shop and d.id = c.decision_id
         where c.shop = $1 and d.customer_key = $2 and c.confirmed_at is not null`, [shop, `c:${String(customer)}`])).rows[0]);
    expect(confirmed?.unit).toBeLessThan(confirmed?.before ?? 0);
    expect(confirmed?.amount).toBe(confirmed?.unit);
    await page.context().close();
  });
});
