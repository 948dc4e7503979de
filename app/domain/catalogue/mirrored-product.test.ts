import { expect, test } from "vitest";
import { RecordError } from "../sync/shopify-fields";
import { parseCollectionNode, parseProductNode } from "./product-node";
import { parseCollectionPayload, parseInventoryLevelPayload, parseProductPayload } from "./product-payload";

function buildPayload(over: Record<string, unknown> = {}) {
  return {
    id: 31, title: "Mug", handle: "mug", vendor: "Potter", product_type: "Cups", status: "active", tags: "gift, kitchen ,", image: { id: 61, src: "https://cdn/mug.png" }, images: [{ id: 61, src: "https://cdn/mug.png" }],
    published_at: "2026-01-01T00:00:00Z", updated_at: "2026-11-21T09:00:00Z",
    variants: [{ id: 41, title: "Red", sku: "M-R", position: 1, price: "10.00", compare_at_price: "12.00", inventory_item_id: 71, inventory_quantity: -2, inventory_policy: "deny", inventory_management: "shopify", image_id: 61 }],
    ...over,
  };
}

function buildNode(over: Record<string, unknown> = {}) {
  return {
    id: "gid://shopify/Product/31", title: "Mug", handle: "mug", vendor: "Potter", productType: "Cups", status: "ACTIVE", tags: ["gift", "kitchen"], isGiftCard: false,
    publishedAt: "2026-01-01T00:00:00Z", updatedAt: "2026-11-21T09:00:00Z", featuredMedia: { preview: { image: { url: "https://cdn/mug.png" } } },
    collections: { nodes: [{ id: "gid://shopify/Collection/81" }] },
    variants: { nodes: [{ id: "gid://shopify/ProductVariant/41", title: "Red", sku: "M-R", position: 1, price: "10.0", compareAtPrice: "12.0", inventoryItem: { id: "gid://shopify/InventoryItem/71", tracked: true, unitCost: { amount: "4.5", currencyCode: "GBP" } },
      inventoryQuantity: -2, inventoryPolicy: "DENY", image: { url: "https://cdn/mug.png" } }] },
    ...over,
  };
}

test("a webhook and a node give the same product, but for what webhooks do not tell", () => {
  const fromNode = parseProductNode(buildNode(), "GBP");
  expect(fromNode).toMatchObject({ collectionIds: [81], isGiftCard: false, tags: ["gift", "kitchen"], variants: [{ priceMinor: 1000, compareAtMinor: 1200, inventoryQuantity: -2, stockLimited: true, costMinor: 450 }] });
  const variants = fromNode.variants.map(({ costMinor: _cost, ...variant }) => variant);
  expect(parseProductPayload(buildPayload(), "GBP")).toStrictEqual({ ...fromNode, collectionIds: null, isGiftCard: null, variants });
});

test.each([
  ["deny", "shopify", true], ["deny", null, false], ["continue", "shopify", false], ["continue", undefined, false], ["deny", undefined, null],
])("stock with policy %s and management %s is limited: %s", (inventory_policy, inventory_management, limited) => {
  const variant = { ...buildPayload().variants[0], inventory_policy, inventory_management };
  expect(parseProductPayload(buildPayload({ variants: [variant] }), "GBP").variants[0]?.stockLimited).toBe(limited);
});

test.each([["DENY", true, true], ["DENY", false, false], ["CONTINUE", true, false]])("a node with policy %s, tracked %s is limited: %s", (inventoryPolicy, tracked, limited) => {
  const variant = { ...buildNode().variants.nodes[0], inventoryPolicy, inventoryItem: { id: "gid://shopify/InventoryItem/71", tracked } };
  expect(parseProductNode(buildNode({ variants: { nodes: [variant] } }), "GBP").variants[0]?.stockLimited).toBe(limited);
});

test.each<[string, unknown, number | null]>([
  ["none", null, null], ["known", { amount: "4.5", currencyCode: "GBP" }, 450], ["nothing", { amount: "0.0", currencyCode: "GBP" }, 0],
  ["in another currency", { amount: "4.5", currencyCode: "EUR" }, null], ["in parts of a penny", { amount: "4.505", currencyCode: "GBP" }, null],
])("a cost that is %s", (_case, unitCost, costMinor) => {
  const variant = { ...buildNode().variants.nodes[0], inventoryItem: { id: "gid://shopify/InventoryItem/71", tracked: true, unitCost } };
  expect(parseProductNode(buildNode({ variants: { nodes: [variant] } }), "GBP").variants[0]?.costMinor).toBe(costMinor);
});

test("notices variants that a webhook left out", () => {
  const gids = [{ admin_graphql_api_id: "gid://shopify/ProductVariant/41" }, { admin_graphql_api_id: "gid://shopify/ProductVariant/42" }];
  expect(parseProductPayload(buildPayload({ variant_gids: gids }), "GBP").variantsComplete).toBe(false);
  expect(parseProductPayload(buildPayload({ variant_gids: gids.slice(1) }), "GBP").variantsComplete).toBe(true);
});

test("refuses a price that the currency cannot have, naming the field", () => {
  expect(() => parseProductPayload(buildPayload(), "JPY")).not.toThrow();
  const variants = [{ ...buildPayload().variants[0], price: "10.50" }];
  expect(() => parseProductPayload(buildPayload({ variants }), "JPY")).toThrow(new RecordError("product", "variants.0.price", "Not an amount of JPY"));
});

test("collections are the same from both sides", () => {
  const fromNode = parseCollectionNode({ id: "gid://shopify/Collection/81", title: "Gifts", handle: "gifts", updatedAt: "2026-11-21T09:00:00Z" });
  expect(parseCollectionPayload({ id: 81, title: "Gifts", handle: "gifts", updated_at: "2026-11-21T09:00:00Z", body_html: "x" })).toEqual(fromNode);
});

test("a location's stock", () => {
  expect(parseInventoryLevelPayload({ inventory_item_id: 71, location_id: 9, available: 3, updated_at: "2026-11-21T09:00:00Z" })).toEqual({ inventoryItemId: 71, locationId: 9, available: 3, at: new Date("2026-11-21T09:00:00Z") });
});
