import { expect, test } from "vitest";
import { apiSecret, setAppEnvironment } from "../support/app-environment";

const until = new Date(Date.now() + 60_000);
setAppEnvironment("postgres://nobody@localhost:1/none", { SHOPIFY_API_SECRET_OLD: "before", SHOPIFY_API_SECRET_OLD_UNTIL: until.toISOString() });
const { secretsAt } = await import("../../app/shopify/shops/app-secrets.server");

test.each([[-1, [apiSecret, "before"]], [0, [apiSecret]], [1, [apiSecret]]])("%i ms after its end the old secret verifies or not", (ms, secrets) => {
  const now = new Date(until.getTime() + ms);
  expect(secretsAt(now)).toEqual(secrets);
});
