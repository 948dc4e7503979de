/** Credentials of the app in tests that run its code in their own process. */
export const apiKey = "encore-test-key";
export const apiSecret = "encore-test-secret-0123456789abcdef";

/** Gives the app its environment; call it before anything of the app is imported. */
export function setAppEnvironment(databaseUrl: string, more: Record<string, string> = {}): void {
  Object.assign(process.env, {
    NODE_ENV: "test",
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    SHOPIFY_APP_URL: "http://localhost:4101",
    SCOPES: "read_all_orders,read_customers,read_inventory,read_orders,read_products,read_returns,read_shopify_payments_disputes,write_discounts,write_products",
    DATABASE_URL: databaseUrl,
    TOKEN_KEYS: `test:${Buffer.alloc(32, 1).toString("base64")}`,
    GUEST_KEY: Buffer.alloc(32, 2).toString("base64"),
    OFFER_KEY: Buffer.alloc(32, 3).toString("base64"),
    LOG_LEVEL: "silent",
    ...(more["SHOPIFY_API_SECRET_OLD"] ? { SHOPIFY_API_SECRET_OLD_UNTIL: new Date(Date.now() + 60 * 60_000).toISOString() } : {}),
    ...more,
  });
}
