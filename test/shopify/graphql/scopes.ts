import { GraphQLError } from "graphql";

/** The scope without which a type's fields are denied, as the Admin API's reference names them. */
const SCOPE_OF_TYPE: Readonly<Record<string, string>> = {
  Product: "read_products",
  ProductVariant: "read_products",
  ProductConnection: "read_products",
  ProductVariantConnection: "read_products",
  Collection: "read_products",
  CollectionConnection: "read_products",
  Order: "read_orders",
  OrderConnection: "read_orders",
  Refund: "read_orders",
  Return: "read_returns",
  ReturnConnection: "read_returns",
  ShopifyPaymentsDispute: "read_shopify_payments_disputes",
  ShopifyPaymentsDisputeConnection: "read_shopify_payments_disputes",
  Customer: "read_customers",
  CustomerConnection: "read_customers",
  InventoryItem: "read_inventory",
  InventoryItemConnection: "read_inventory",
  InventoryLevel: "read_inventory",
};

/** Throws Shopify's ACCESS_DENIED when the app's scopes do not cover a type. */
export function checkScope(scopes: ReadonlySet<string>, typeName: string, fieldName: string): void {
  const scope = SCOPE_OF_TYPE[typeName];
  if (scope) requireScope(scopes, scope, fieldName);
}

/** Throws ACCESS_DENIED without a scope; a write scope covers its read scope. */
export function requireScope(scopes: ReadonlySet<string>, scope: string, fieldName: string): void {
  if (scopes.has(scope) || scopes.has(scope.replace("read_", "write_"))) return;
  throw new GraphQLError(`Access denied for ${fieldName} field. Required access: \`${scope}\` access scope.`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess: `\`${scope}\` access scope.`,
    },
  });
}
