import { findMetafield, listMetafields } from "../store/metafields";
import type { Customer, Metafield, Order, Product, Shop, Variant } from "../store/model";
import { isAvailable } from "../store/products";
import { editedTotals, lineNet } from "../store/totals";
import { gid, parseGid } from "../store/ids";
import { pictureUrl } from "../pictures/picture-url";

/** Objects as Shopify's Liquid has them: prices in cents, addresses of this server. */
export interface DropContext {
  readonly origin: string;
  readonly shop: Shop;
  /** Id of the app whose `$app` namespaces are meant. */
  readonly appId: number;
}

export function shopDrop(origin: string, shop: Shop): Record<string, unknown> {
  const url = `${origin}/shop/${shop.handle}`;
  return {
    id: shop.id, name: shop.name, email: shop.email, currency: shop.currency, domain: shop.domain, permanent_domain: shop.domain,
    url, secure_url: url, money_format: "", locale: shop.locale,
  };
}

/** A lookup of metafields by namespace and key, as `product.metafields['$app:encore'].also_bought.value`. */
export function metafieldsDrop(context: DropContext, ownerId: string): unknown {
  const { shop, appId } = context;
  const own = (namespace: string) => (namespace === "$app" ? `app--${appId}` : namespace.startsWith("$app:") ? `app--${appId}--${namespace.slice(5)}` : namespace);
  const namespaces = new Set(listMetafields(shop, ownerId).map(({ namespace }) => namespace));
  const drop = (namespace: string) => Object.fromEntries(listMetafields(shop, ownerId).filter((field) => field.namespace === namespace).map(({ key }) => [key, valueDrop(context, findMetafield(shop, ownerId, namespace, key))]));
  return new Proxy({}, {
    get: (_target, name) => (typeof name === "string" && namespaces.has(own(name)) ? drop(own(name)) : undefined),
    has: (_target, name) => typeof name === "string" && namespaces.has(own(name)),
    getOwnPropertyDescriptor: (_target, name) => (typeof name === "string" && namespaces.has(own(name)) ? { configurable: true, enumerable: true, value: drop(own(name)) } : undefined),
  });
}

/** A metafield with its value: references are the products themselves, JSON is what it says. */
function valueDrop(context: DropContext, metafield: Metafield | null): unknown {
  if (!metafield) return undefined;
  const { type, value } = metafield;
  const productOf = (id: unknown) => {
    const product = context.shop.products.get(parseGid("Product", String(id)) ?? 0);
    return product?.status === "ACTIVE" ? [productDrop(context, product)] : [];
  };
  if (type === "list.product_reference") {
    const ids: unknown = JSON.parse(value);
    return { type, value: Array.isArray(ids) ? ids.flatMap(productOf) : [] };
  }
  if (type === "product_reference") return { type, value: productOf(value)[0] };
  if (type === "json" || type.startsWith("list.")) return { type, value: JSON.parse(value) as unknown };
  if (type === "boolean") return { type, value: value === "true" };
  return { type, value: type.startsWith("number") ? Number(value) : value };
}

export function productDrop(context: DropContext, product: Product): Record<string, unknown> {
  const { origin, shop } = context;
  const variants = product.variants.map((variant) => variantDrop(context, product, variant));
  const prices = product.variants.map(({ price }) => price);
  const first = product.variants.find((variant) => isAvailable(variant, 1)) ?? product.variants[0];
  const image = { src: pictureUrl(origin, shop, product.id), alt: product.title, width: 800, height: 800 };
  const metafields = () => metafieldsDrop(context, gid("Product", product.id));
  return {
    id: product.id, title: product.title, handle: product.handle, vendor: product.vendor, type: product.productType, tags: product.tags,
    url: `/shop/${shop.handle}/products/${product.handle}`, description: product.descriptionHtml,
    available: product.variants.some((variant) => isAvailable(variant, 1)), price: Math.min(...prices), price_min: Math.min(...prices), price_max: Math.max(...prices), price_varies: Math.min(...prices) !== Math.max(...prices),
    variants, has_only_default_variant: product.variants.length === 1, selected_or_first_available_variant: first ? variantDrop(context, product, first) : null,
    featured_image: image, images: [image],
    // Worked out only when asked for: a product's metafields may lead to products.
    get metafields() {
      return metafields();
    },
  };
}

function variantDrop({ origin, shop }: DropContext, product: Product, variant: Variant): Record<string, unknown> {
  return {
    id: variant.id, title: variant.title, sku: variant.sku, price: variant.price, compare_at_price: variant.compareAtPrice, available: isAvailable(variant, 1),
    url: `/shop/${shop.handle}/products/${product.handle}?variant=${variant.id}`, featured_image: { src: pictureUrl(origin, shop, product.id), alt: product.title },
  };
}

export function customerDrop(customer: Customer): Record<string, unknown> {
  const { id, email, firstName, lastName, ordersCount, tags } = customer;
  return { id, email, first_name: firstName, last_name: lastName, name: `${firstName} ${lastName}`.trim(), orders_count: ordersCount, tags };
}

/** An order as notifications and packing slips know it. */
export function orderDrop(context: DropContext, order: Order): Record<string, unknown> {
  const { shop, origin } = context;
  const totals = editedTotals(order);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return {
    id: order.id, name: order.name, order_name: order.name, order_number: order.number, number: order.number, email: order.email, created_at: new Date(order.createdAt).toISOString(),
    subtotal_price: totals.subtotal, total_price: totals.total, shipping_price: totals.shipping, tax_price: totals.tax, currency: order.currency,
    order_status_url: `${origin}/account/${shop.handle}/orders/${order.id}`,
    customer: customer ? customerDrop(customer) : null, customer_locale: order.locale, note: order.note, attributes: Object.fromEntries(order.customAttributes.map(({ key, value }) => [key, value])),
    line_items: order.lines.map((line) => ({ id: line.id, title: line.title, variant_title: line.variantTitle, quantity: line.quantity, price: line.unitPrice, final_line_price: lineNet(line), sku: line.sku, product_id: line.productId, variant_id: line.variantId, image: pictureUrl(origin, shop, line.productId) })),
  };
}
