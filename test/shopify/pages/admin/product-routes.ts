import type { Router } from "express";
import { parseDecimal } from "../../store/money";
import type { Product, ProductStatus, Shop } from "../../store/model";
import { setInventory, updateProduct } from "../../store/products";
import type { Store } from "../../store/store";
import { textOf } from "../form-text";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { adminProductPage } from "./product-page";
import type { WithShop } from "./routes";
import { reasonOf } from "./routes";

const STATUSES: readonly ProductStatus[] = ["ACTIVE", "DRAFT", "ARCHIVED"];

/** A product's page and what staff change there. */
export function registerProducts(router: Router, { store }: PageServices, withShop: WithShop): void {
  const path = "/admin/store/:shop/products/:product";

  router.get(path, withShop((request, response, shop) => {
    const product = shop.products.get(Number(request.params["product"]));
    if (!product) {
      refuse(response, 404, "There is no such product.");
      return;
    }
    send(response, adminProductPage(shop, product, null));
  }));
  router.post(path, withShop((request, response, shop) => {
    const product = shop.products.get(Number(request.params["product"]));
    if (!product) {
      refuse(response, 404, "There is no such product.");
      return;
    }
    try {
      saveProduct(store, shop, product, request.body);
    } catch (error) {
      send(response, adminProductPage(shop, product, reasonOf(error)), 422);
      return;
    }
    response.redirect(303, `/admin/store/${shop.handle}/products/${product.id}`);
  }));
}

function saveProduct(store: Store, shop: Shop, product: Product, form: Readonly<Record<string, unknown>>): void {
  const variants = product.variants.map(({ id }) => ({ id, price: parseDecimal(textOf(form[`price-${id}`]), shop.currency) }));
  const stocks = product.variants.map(({ id, inventoryQuantity }) => ({ variantId: id, available: Number(form[`stock-${id}`]), before: inventoryQuantity }));
  if (variants.some(({ price }) => price < 0)) throw new Error("A price cannot be below zero");
  if (stocks.some(({ available }) => !Number.isInteger(available))) throw new Error("Stock is counted in whole numbers");
  const status = STATUSES.find((known) => known === form["status"]) ?? product.status;
  const title = textOf(form["title"]).trim();
  if (title === "") throw new Error("A product needs a title");
  updateProduct(store, {
    shop: shop.domain,
    productId: product.id,
    title,
    vendor: textOf(form["vendor"]),
    productType: textOf(form["productType"]),
    tags: textOf(form["tags"]).split(",").map((tag) => tag.trim()).filter(Boolean),
    status,
    variants,
  });
  for (const { variantId, available, before } of stocks) {
    if (available !== before) setInventory(store, { shop: shop.domain, variantId, available });
  }
}
