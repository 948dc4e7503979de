import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { channelText, gatewayText } from "./platform-names";

test.each([["web", "Onlineshop"], ["shopify_draft_order", "Bestellentwurf"], ["580111", "Andere App (580111)"], ["my-channel", "my-channel"]])("an order of source %s came from: %s", (source, name) => {
  expect(channelText(textsIn("de").t, source)).toBe(name);
});

test.each([["shopify_payments", "Shopify Payments"], ["paypal", "PayPal"], ["Cash on Delivery (COD)", "Cash on Delivery (COD)"]])("gateway %s is called %s", (gateway, name) => {
  expect(gatewayText(gateway)).toBe(name);
});
