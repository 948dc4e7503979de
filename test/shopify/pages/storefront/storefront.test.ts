import { createHmac } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer } from "../../store/customers";
import { gid } from "../../store/ids";
import { setMetafields } from "../../store/metafields";
import { placeThemeBlock } from "../../store/merchant";
import type { Shop } from "../../store/model";
import { createProduct } from "../../store/products";
import { createShop } from "../../store/shops";
import { startPages } from "../testing/pages-server";
import type { PagesServer } from "../testing/pages-server";

let pages: PagesServer;
let shop: Shop;
let vase: { id: number; variantId: number };
let app: Server;
let asked: { request: IncomingMessage; body: string }[] = [];

const THEME = `{% if block.settings.show %}<p class="mine">{{ 'go' | t: title: product.title }} {{ product.price | money }}{% for other in product.metafields['$app:encore'].also.value %} {{ other.title }}{% endfor %}{% render 'tail', word: 'end' %}</p>{% endif %}
{% schema %}{ "name": "x", "target": "section", "javascript": "mine.js", "settings": [{ "type": "checkbox", "id": "show", "default": true }] }{% endschema %}`;

beforeAll(async () => {
  app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push({ request, body: Buffer.concat(chunks).toString() });
      if (request.url?.startsWith("/proxy/away")) response.writeHead(303, { location: `/cart/${vase.variantId}:2` }).end();
      else response.writeHead(200, { "content-type": "application/liquid" }).end(`<p>{{ shop.name }}</p><a href="https://${shop.domain}/cart/1:1">x</a>`);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  pages = await startPages({ appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`, proxy: { url: "/proxy", prefix: "apps", subpath: "encore" } });
  const { store, extensionsDir } = pages.services;
  const theme = join(String(extensionsDir), "theme");
  for (const folder of ["blocks", "snippets", "locales", "assets"]) await mkdir(join(theme, folder), { recursive: true });
  await writeFile(join(theme, "shopify.extension.toml"), 'name = "Theme"\ntype = "theme"\n');
  await writeFile(join(theme, "blocks", "mine.liquid"), THEME);
  await writeFile(join(theme, "snippets", "tail.liquid"), "({{ word }})");
  await writeFile(join(theme, "locales", "en.default.json"), '{"go":"Go {{ title }}"}');
  await writeFile(join(theme, "locales", "de.json"), '{"go":"Los {{ title }}"}');
  await writeFile(join(theme, "assets", "mine.js"), "// mine");
  shop = createShop(store, { handle: "proxied", name: "Proxied" });
  const [first, second] = ["Vase", "Bowl"].map((title) => createProduct(store, { shop: shop.domain, product: { title, variants: [{ price: 1250, inventoryQuantity: 3 }] } }));
  vase = { id: first?.id ?? 0, variantId: first?.variants[0]?.id ?? 0 };
  await pages.services.install(shop);
  setMetafields(store, { shop: shop.domain, metafields: [{ ownerId: gid("Product", vase.id), namespace: "app--1--encore", key: "also", type: "list.product_reference", value: JSON.stringify([gid("Product", second?.id ?? 0)]) }] });
});
afterAll(() => {
  app.close();
  pages.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${pages.origin}${path}`, { headers, redirect: "manual" });

test.each([
  ["/shop/proxied/products/vase", "Go Vase £12.50 Bowl(end)"],
  ["/shop/proxied/products/vase?locale=de", "Los Vase"],
])("a theme block of the app stands on %s", async (path, words) => {
  const page = await (await get(path)).text();
  expect(page).toContain(words);
  expect(page).toContain('src="/_assets/theme/theme/mine.js"');
  expect(await (await get("/_assets/theme/theme/mine.js")).text()).toBe("// mine");
});

test("a block that the merchant took out is gone", async () => {
  placeThemeBlock(pages.services.store, { shop: shop.domain, block: "mine", shown: false });
  expect(await (await get("/shop/proxied/products/vase")).text()).not.toContain('class="mine"');
  placeThemeBlock(pages.services.store, { shop: shop.domain, block: "mine", shown: true });
});

test("the app is reached through the shop's address, signed, and its Liquid is a page of the shop", async () => {
  const customer = createCustomer(pages.services.store, { shop: shop.domain, customer: { email: "known@example.com" } });
  asked = [];
  const reply = await get("/shop/proxied/apps/encore/l/abc?lang=de&signature=forged&logged_in_customer_id=1", { cookie: `account-proxied=${customer.id}; other=secret` });
  const page = await reply.text();
  expect(page).toContain("<p>Proxied</p>");
  expect(page).toContain(`href="${pages.origin}/shop/proxied/cart/1:1"`);
  const url = new URL(asked[0]?.request.url ?? "", "http://app");
  expect(url.pathname).toBe("/proxy/l/abc");
  expect(asked[0]?.request.headers.cookie).toBeUndefined();
  const { signature, ...rest } = Object.fromEntries(url.searchParams);
  expect(rest).toMatchObject({ lang: "de", shop: shop.domain, path_prefix: "/apps/encore", logged_in_customer_id: String(customer.id) });
  const message = Object.keys(rest).sort().map((name) => `${name}=${rest[name] ?? ""}`).join("");
  expect(signature).toBe(createHmac("sha256", pages.services.app.apiSecret).update(message).digest("hex"));
});

test("a form goes on to the app, and where the app sends the shopper is within this shop", async () => {
  asked = [];
  const reply = await fetch(`${pages.origin}/shop/proxied/apps/encore/away`, { method: "POST", body: new URLSearchParams({ intent: "buy" }), redirect: "manual" });
  expect(asked[0]?.body).toBe("intent=buy");
  expect([reply.status, reply.headers.get("location")]).toEqual([303, `${pages.origin}/shop/proxied/cart/${vase.variantId}:2`]);
});

test("a cart's link is a filled checkout, with code, attributes and the first line's properties", async () => {
  const properties = Buffer.from(JSON.stringify({ _offer: "signed" })).toString("base64url");
  const reply = await get(`/shop/proxied/cart/${vase.variantId}:2?properties=${properties}&discount=TEN&attributes[_ref]=abc&locale=fr`);
  const token = reply.headers.get("location")?.split("/").at(-1) ?? "";
  expect(shop.checkouts.get(token)).toMatchObject({
    lines: [{ variantId: vase.variantId, quantity: 2, properties: [{ key: "_offer", value: "signed" }] }], discountCode: "TEN", customAttributes: [{ key: "_ref", value: "abc" }], locale: "fr",
  });
});

test("a theme's script adds to the cart until the stock is in it", async () => {
  const add = (quantity: string, cookie: string) => {
    const body = new FormData();
    body.set("id", String(vase.variantId));
    body.set("quantity", quantity);
    return fetch(`${pages.origin}/shop/proxied/cart/add.js`, { method: "POST", body, headers: { cookie } });
  };
  const added = await add("2", "");
  expect(await added.json()).toMatchObject({ variant_id: vase.variantId, quantity: 2 });
  const refused = await add("2", `cart=${vase.variantId}:2`);
  expect([refused.status, await refused.json()]).toEqual([422, expect.objectContaining({ description: "All 3 Vase are in your cart." })]);
});
