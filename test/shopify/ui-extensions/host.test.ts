import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { axeFaults } from "../../support/axe";
import { devices, launchBrowser } from "../../support/browser";
import { startPages } from "../pages/testing/pages-server";
import type { PagesServer } from "../pages/testing/pages-server";
import { createCheckout } from "../store/checkouts";
import { createCustomer } from "../store/customers";
import { gid } from "../store/ids";
import { placeBlock, refuseCartChanges } from "../store/merchant";
import type { Shop } from "../store/model";
import { completeCheckout } from "../store/orders";
import { createProduct } from "../store/products";
import { createShop } from "../store/shops";
import { verifyJwt } from "../tokens/jwt";

const CHECKOUT = "purchase.checkout.block.render";

let pages: PagesServer;
let browser: Browser;
let shop: Shop;
let variantId: number;
let echo: Server;
let echoUrl: string;
let problems: string[];

beforeAll(async () => {
  pages = await startPages({ sampleBlocks: [{ handle: "with-network", network: true }, { handle: "without-network", network: false }] });
  const { store } = pages.services;
  shop = createShop(store, { handle: "blocks", plan: "plus" });
  variantId = createProduct(store, { shop: shop.domain, product: { title: "Vase", variants: [{ price: 1250, inventoryQuantity: 50 }] } }).variants[0]?.id ?? 0;
  await pages.services.install(shop);
  // Answers who asks, to any origin, as the app's endpoints for extensions do.
  echo = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*").setHeader("Access-Control-Allow-Headers", "Authorization");
    const token = verifyJwt(request.headers.authorization?.replace("Bearer ", "") ?? "", pages.services.app.apiSecret);
    response.end(`origin ${request.headers.origin} dest ${String(token?.["dest"])} sub ${String(token?.["sub"])}`);
  });
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  echoUrl = `http://localhost:${(echo.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  echo.close();
  pages.close();
});
beforeEach(() => {
  problems = [];
  refuseCartChanges(pages.services.store, { shop: shop.domain, addLine: false, failure: null });
  placeBlock(pages.services.store, { shop: shop.domain, target: CHECKOUT, shown: true, settings: {} });
});

const openCheckout = () => createCheckout(pages.services.store, { shop: shop.domain, lines: [{ variantId, quantity: 1 }], email: "buyer@example.com" }).token;
const probe = (settings: Record<string, string>) => placeBlock(pages.services.store, { shop: shop.domain, target: CHECKOUT, settings });

async function openPage(path: string): Promise<Page> {
  const page = await (await browser.newContext(devices.desktop)).newPage();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.goto(`${pages.origin}${path}`);
  return page;
}
const block = (page: Page, handle = "with-network") => page.locator(`[data-extension="${handle}"]`).first();

test.each([
  ["an unknown tag", "unknown-tag", "<s-nonsense> is no element of this surface"],
  ["a tag of HTML", "html-tag", "<div> is no element of this surface"],
  ["an unknown property", "unknown-property", '<s-button> has no property "colour"'],
  ["an unknown event", "unknown-event", '<s-text> has no event "Wiggle"'],
  ["a word that the property does not take", "unknown-word", "<s-button> tone takes"],
  ["a value of another type", "wrong-type", "<s-button> disabled takes boolean"],
])("%s fails loudly", async (_name, setting, message) => {
  probe({ probe: setting });
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page).getByRole("alert").first().waitFor();
  expect(await block(page).getByRole("alert").first().textContent()).toContain(message);
  expect(problems.join("\n")).toContain(message);
  await page.context().close();
});

test("a change to the cart reaches signals, prices and the order's summary, in every block", async () => {
  probe({ variant: gid("ProductVariant", variantId) });
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page).getByText("1 item").waitFor();
  await block(page).getByRole("button", { name: "Increase: Quantity" }).click();
  await block(page).getByRole("button", { name: "Add" }).click();
  await block(page).getByText("3 items").waitFor();
  await block(page, "without-network").getByText("3 items").waitFor();
  await block(page).getByText("£41.45").waitFor();
  await page.locator("aside.summary .grand").getByText("£41.45").waitFor();
  expect(await block(page).getByText("change:").textContent()).toBe("change: success ");
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  ["cart instructions forbid it", { addLine: true }, "change: error Cart instructions do not allow adding a line to the cart"],
  ["the wallet refuses it", { failure: "The wallet does not allow changes" }, "change: error The wallet does not allow changes"],
])("a change is an error with a message when %s", async (_name, refusals, said) => {
  refuseCartChanges(pages.services.store, { shop: shop.domain, ...refusals });
  probe({ variant: gid("ProductVariant", variantId) });
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page).getByRole("button", { name: "Add" }).click();
  await block(page).getByText(said).waitFor();
  await page.context().close();
});

test("of an event nothing crosses but its detail", async () => {
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page).getByRole("button", { name: "Look" }).click();
  await block(page).getByText("event:").waitFor();
  expect(await block(page).getByText("event:").textContent()).toBe("event: click {} true true");
  await page.context().close();
});

test("requests come from no origin, with a token that names a customer only after a login", async () => {
  probe({ url: echoUrl });
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page).getByRole("button", { name: "Ask" }).click();
  await block(page).getByText("network:").waitFor();
  expect(await block(page).getByText("network:").textContent()).toBe("network: origin null dest blocks.myshopify.com sub undefined");
  const customer = createCustomer(pages.services.store, { shop: shop.domain, customer: { email: "known@example.com" } });
  await page.goto(`${pages.origin}/account/blocks/login/as/${customer.id}`);
  await page.goto(`${pages.origin}/checkout/${openCheckout()}`);
  await block(page).getByRole("button", { name: "Ask" }).click();
  await block(page).getByText(`sub gid://shopify/Customer/${customer.id}`).waitFor();
  await page.context().close();
});

test("without the capability there is no network at all", async () => {
  probe({ url: echoUrl });
  const page = await openPage(`/checkout/${openCheckout()}`);
  await block(page, "without-network").getByRole("button", { name: "Ask" }).click();
  await block(page, "without-network").getByText("does not have the capability network_access").waitFor();
  await page.context().close();
});

test("a block tells how soon its first content was there, and axe finds nothing in it", async () => {
  const page = await openPage(`/checkout/${openCheckout()}`);
  await page.locator('[data-extension="with-network"][data-first-content-ms]').waitFor();
  const told = Number(await block(page).getAttribute("data-first-content-ms"));
  const [measured] = await page.evaluate(() => performance.getEntriesByType("measure").filter(({ name }) => name.includes("with-network")).map(({ duration }) => duration));
  expect(Math.abs(told - (measured ?? 0))).toBeLessThan(2);
  expect(await axeFaults(page)).toEqual([]);
  await page.context().close();
});

test("a shop that is not on Plus has no block in checkout, and a hidden block is nowhere", async () => {
  shop.plan = "basic";
  const page = await openPage(`/checkout/${openCheckout()}`);
  expect(await block(page).count()).toBe(0);
  shop.plan = "plus";
  placeBlock(pages.services.store, { shop: shop.domain, target: CHECKOUT, shown: false });
  await page.reload();
  expect(await block(page).count()).toBe(0);
  await page.context().close();
});

test("blocks stand on the thank-you page, the order's page and in the account", async () => {
  const { store } = pages.services;
  const customer = createCustomer(store, { shop: shop.domain, customer: { email: "often@example.com", firstName: "Often" } });
  const token = createCheckout(store, { shop: shop.domain, lines: [{ variantId, quantity: 2 }], email: customer.email, payment: "wallet" }).token;
  const order = completeCheckout(store, { shop: shop.domain, token });
  const page = await openPage(`/checkout/${token}/thank_you`);
  await block(page).getByText("2 items").waitFor();
  await page.getByRole("link", { name: "Order status" }).click();
  await block(page).getByText("2 items").waitFor();
  expect(await block(page).locator("#customer").textContent()).toBe("");
  await page.goto(`${pages.origin}/account/blocks/login?return_to=/account/blocks/orders/${order.id}`);
  await page.getByLabel("E-mail").fill(customer.email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("6-digit code").fill((await page.locator("[data-code]").textContent()) ?? "");
  await page.getByRole("button", { name: "Log in" }).click();
  await block(page).getByText(gid("Customer", customer.id)).waitFor();
  for (const path of ["orders", "profile", "pages/with-network"]) {
    await page.goto(`${pages.origin}/account/blocks/${path}`);
    await block(page).getByText(gid("Customer", customer.id)).waitFor();
  }
  expect(problems).toEqual([]);
  await page.context().close();
});
