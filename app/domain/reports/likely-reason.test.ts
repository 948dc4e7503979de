import { expect, test } from "vitest";
import type { LikelyReason } from "./likely-reason";
import { likelyReason } from "./likely-reason";

const shop = { currency: "GBP", installedAt: new Date("2026-06-01T00:00:00Z") };
const order = {
  sourceName: "web", gateways: ["shopify_payments"], countryCode: "GB", currency: "GBP", totalMinor: 2_000, test: false, processedAt: new Date("2026-06-02T00:00:00Z"),
};

test.each<[string, Partial<typeof order>, LikelyReason]>([
  ["placed before the app was there, whatever else it was", { processedAt: new Date("2026-05-31T00:00:00Z"), gateways: ["paypal"] }, "beforeInstallation"],
  ["paid with a wallet", { gateways: ["paypal"] }, "wallet"],
  ["placed at a till", { sourceName: "pos" }, "otherChannel"],
  ["with nothing against it", {}, "pageSkipped"],
])("an order %s", (_case, over, reason) => {
  expect(likelyReason({ ...order, ...over }, shop)).toBe(reason);
});
