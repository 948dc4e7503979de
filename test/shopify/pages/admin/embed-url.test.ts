import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import "@shopify/shopify-api/adapters/node";
import { expect, test } from "vitest";
import { createShop } from "../../store/shops";
import { AdjustableClock } from "../../store/clock";
import { Store } from "../../store/store";
import { parseAppIdentity } from "../../app/app-identity";
import { embedUrl } from "./embed-url";

const app = parseAppIdentity('name = "Encore"', { apiKey: "key", apiSecret: "secret-secret-secret", url: "https://app.example" });
const shop = createShop(new Store({ clock: new AdjustableClock() }), { handle: "framed" });
const library = shopifyApi({ apiKey: app.apiKey, apiSecretKey: app.apiSecret, apiVersion: ApiVersion.October26, hostName: "app.example", isEmbeddedApp: true, logger: { level: LogSeverity.Error } });

test("Shopify's own library takes the address for one that Shopify signed", async () => {
  const url = new URL(embedUrl(app, shop, "/app/offers", new URLSearchParams({ page: "2" }), "de", Date.now()));
  expect(url.pathname).toBe("/app/offers");
  expect(url.searchParams.get("page")).toBe("2");
  expect(url.searchParams.getAll("locale")).toEqual(["de"]);
  expect(await library.utils.validateHmac(Object.fromEntries(url.searchParams))).toBe(true);
  expect(library.utils.sanitizeHost(url.searchParams.get("host") ?? "")).not.toBeNull();
});

test("what a link in the admin claims of shop, token and language is overruled", () => {
  const url = new URL(embedUrl(app, shop, "/app", new URLSearchParams({ shop: "other.myshopify.com", id_token: "forged", locale: "fr" }), "de", Date.now()));
  expect(url.searchParams.getAll("shop")).toEqual([shop.domain]);
  expect(url.searchParams.get("id_token")).not.toBe("forged");
  expect(url.searchParams.getAll("locale")).toEqual(["de"]);
});
