import { createHmac } from "node:crypto";
import { Liquid } from "liquidjs";
import { describe, expect, test } from "vitest";
import { shopperLanguages } from "../placements/shopper-language";
import type { ShopperLanguage } from "../placements/shopper-language";
import { parseSignedCode } from "./order-code";
import { snippet, snippetPreview } from "./snippet";
import type { SnippetKind } from "./snippet";

const key = "ab".repeat(32);
const shop = "demo.myshopify.com";

/** Shopify's own filter, which Liquid elsewhere has not. */
function engine(): Liquid {
  const liquid = new Liquid({ strictFilters: true });
  liquid.registerFilter("hmac_sha256", (text: unknown, secret: string) => createHmac("sha256", secret).update(String(text)).digest("hex"));
  return liquid;
}

async function render(kind: SnippetKind, order: object, language: ShopperLanguage = "en"): Promise<string> {
  // What it renders to is text.
  return (await engine().parseAndRender(snippet({ kind, language, key, keyVersion: 2, shop }), order)) as string;
}

const kinds: SnippetKind[] = ["order-email", "packing-slip"];

describe.each(kinds)("the snippet for the %s", (kind) => {
  const letter = kind === "order-email" ? "e" : "r";
  const mac = (id: number) => createHmac("sha256", key).update(`${letter}${String(id)}`).digest("hex").slice(0, 32);

  test.each(shopperLanguages)("renders in %s to what the preview shows", async (language) => {
    const code = `${letter}5678901234567-2-${mac(5_678_901_234_567)}`;
    const rendered = await render(kind, { order: { id: 5_678_901_234_567 }, shop: { url: "https://shop.example" } }, language);
    const at = `https://shop.example/apps/encore`;
    expect(rendered.trim()).toBe(snippetPreview({ kind, language, linkUrl: `${at}/l/${code}?lang=${language}`, qrUrl: `${at}/qr/${code}?lang=${language}` }).trim());
  });

  test("makes a code that the app reads", async () => {
    const rendered = await render(kind, { order: { id: 7 } });
    const code = /\/([er]7-2-[0-9a-f]{32})\?/.exec(rendered)?.[1] ?? "";
    expect(parseSignedCode(code)).toEqual({ placement: kind === "order-email" ? "e-mail" : "receipt", orderId: 7, keyVersion: 2, mac: mac(7) });
  });

  test("finds the id where the template names it without an order, and the shop where it has no address", async () => {
    expect(await render(kind, { id: 7 })).toContain(`https://${shop}/apps/encore/l/${letter}7-2-${mac(7)}`);
  });

  test("prints nothing where there is no order", async () => {
    expect((await render(kind, {})).trim()).toBe("");
  });

  test("says its version and language, for staff who find it later", () => {
    expect(snippet({ kind, language: "de", key, keyVersion: 2, shop })).toContain(`Encore: ${kind}, version 1, de`);
  });
});
