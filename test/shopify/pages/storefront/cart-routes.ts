import type { Request, Response, Router } from "express";
import { createCheckout } from "../../store/checkouts";
import type { Attribute, Shop } from "../../store/model";
import { priceCheckout } from "../../store/pricing";
import { isAvailable } from "../../store/products";
import { tableOf } from "../../ui-extensions/read-extensions";
import { readLogin } from "../account/login";
import { withShop } from "../account/with-shop";
import { guardOf } from "../checkout/code-guard";
import { readCookies, rememberForShop } from "../cookies";
import { textOf } from "../form-text";
import { refuse } from "../respond";
import type { PageServices } from "../services";
import { parsePermalink } from "./cart-permalink";
import { readVisitor, rememberCart, withQuantity } from "./visitor";

const ATTRIBUTES = "cart-attributes";

/** What themes' scripts do with a cart (the Ajax API), and links that fill a checkout. */
export function registerCart(router: Router, services: PageServices): void {
  router.post("/shop/:shop/cart/add.js", withShop(services, async (request, response, shop) => {
    const form = await formOf(request);
    const variant = shop.variants.get(Number(form["id"]));
    const quantity = Math.max(1, Number(form["quantity"]) || 1);
    const product = variant && shop.products.get(variant.productId);
    if (!product) {
      response.status(422).json({ status: 422, message: "Cart Error", description: "Cannot find variant" });
      return;
    }
    const visitor = readVisitor(request, response, shop);
    const wanted = quantity + (visitor.cart.find((line) => line.variantId === variant.id)?.quantity ?? 0);
    if (!isAvailable(variant, wanted)) {
      response.status(422).json({ status: 422, message: "Cart Error", description: `All ${variant.inventoryQuantity} ${product.title} are in your cart.` });
      return;
    }
    rememberCart(response, shop, withQuantity(visitor.cart, variant.id, wanted));
    response.json({ id: variant.id, variant_id: variant.id, product_id: product.id, quantity: wanted, title: product.title, price: variant.price, line_price: variant.price * wanted, handle: product.handle, properties: {} });
  }));

  router.post("/shop/:shop/cart/update.js", withShop(services, async (request, response, shop) => {
    const form = await formOf(request);
    const known = Object.fromEntries(cartAttributes(request).map(({ key, value }) => [key, value]));
    const merged = { ...known, ...tableOf(form["attributes"]) };
    rememberForShop(response, shop.handle, ATTRIBUTES, JSON.stringify(merged));
    response.json({ token: "local", attributes: merged, items: readVisitor(request, response, shop).cart });
  }));

  router.get("/shop/:shop/cart.js", withShop(services, (request, response, shop) => {
    const { cart } = readVisitor(request, response, shop);
    response.json({ token: "local", attributes: Object.fromEntries(cartAttributes(request).map(({ key, value }) => [key, value])), item_count: cart.reduce((sum, { quantity }) => sum + quantity, 0), items: cart });
  }));

  router.get("/shop/:shop/cart/:items", withShop(services, (request, response, shop) => openPermalink(services, request, response, shop)));
}

function openPermalink({ store }: PageServices, request: Request, response: Response, shop: Shop): void {
  const link = parsePermalink(shop, String(request.params["items"]), request.query);
  if (!link || link.lines.length === 0) {
    refuse(response, 404, "These products are not on sale.");
    return;
  }
  const customer = readLogin(request, shop);
  const visitor = readVisitor(request, response, shop);
  const email = link.email ?? customer?.email ?? "";
  const address = request.socket.remoteAddress ?? "";
  const discountCode = guardOf(store).mayTry(address) ? link.discountCode : null;
  const checkout = createCheckout(store, {
    shop: shop.domain, lines: link.lines, discountCode, customAttributes: [...cartAttributes(request), ...link.customAttributes],
    note: link.note, locale: link.locale ?? visitor.language, countryCode: visitor.countryCode, email, ...(customer ? { customerId: customer.id } : {}),
  });
  if (discountCode !== null && !priceCheckout(shop, checkout).discountCode) guardOf(store).noteWrong(address);
  response.redirect(303, `/checkout/${checkout.token}`);
}

/** What scripts noted on the visitor's cart; it goes into the order. */
export function cartAttributes(request: Request): Attribute[] {
  try {
    const kept = tableOf(JSON.parse(readCookies(request).get(ATTRIBUTES) ?? "{}"));
    return Object.entries(kept).flatMap(([key, value]) => (textOf(value) === "" ? [] : [{ key, value: textOf(value) }]));
  } catch {
    return [];
  }
}

/** A form's fields, as JSON, urlencoded or multipart, which is what a script's FormData becomes. */
async function formOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return tableOf(request.body);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array)); // a request gives bytes
  const form = await new globalThis.Response(Buffer.concat(chunks), { headers: { "content-type": type } }).formData();
  return Object.fromEntries(form);
}
