import { describe, expect, test } from "vitest";
import { shopperLanguages } from "../placements/shopper-language";
import { receiptPage } from "./receipt-page";
import type { ReceiptPage } from "./receipt-page";
import { parseReceiptSettings } from "./settings";

function buildReceipt(over: Partial<ReceiptPage> = {}): ReceiptPage {
  return {
    shopName: "Demo", timeZone: "Europe/London", language: "en", paper: "a4", line: null,
    order: { name: "#1001", processedAt: "2026-11-21T10:00:00Z", currency: "GBP", subtotalMinor: 2_500, totalMinor: 2_895, lines: [{ title: "Mug", quantity: 2, totalMinor: 2_500 }] },
    code: { text: "0123456789ABCDEFGHJKMNPQRS", qr: "<svg></svg>", typeAt: "demo.myshopify.com/apps/encore/l" }, ...over,
  };
}

describe("a receipt", () => {
  test.each(shopperLanguages)("has every word in %s", (language) => {
    const page = receiptPage(buildReceipt({ language }));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toContain("undefined");
  });

  test("says what staff wrote, and the usual words where they wrote nothing", () => {
    expect(receiptPage(buildReceipt({ line: "See you on Fridays" }))).toContain("See you on Fridays");
    expect(receiptPage(buildReceipt())).toContain("There is something for you behind this code");
  });

  test("shows the code in groups with its picture, or neither", () => {
    expect(receiptPage(buildReceipt())).toContain("<svg></svg><figcaption><code>01234-56789-ABCDE-FGHJK-MNPQR-S</code>");
    expect(receiptPage(buildReceipt({ code: null }))).not.toContain("<figure");
  });

  test("fits a sheet and a roll", () => {
    expect(receiptPage(buildReceipt())).toContain("size: A4");
    expect(receiptPage(buildReceipt({ paper: "80mm" }))).toContain("size: 80mm auto");
  });

  test("shows amounts with the currency's own decimals", () => {
    const order = { ...buildReceipt().order, currency: "JPY", totalMinor: 2_895 };
    expect(receiptPage(buildReceipt({ order, language: "ja" }))).toContain("2,895<");
  });

  test.each(["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ shop.name }}", "</title><script>"])("is not changed by a title of %s", (title) => {
    const page = receiptPage(buildReceipt({ shopName: title, line: title, order: { ...buildReceipt().order, name: title, lines: [{ title, quantity: 1, totalMinor: 1 }] } }));
    expect(page).not.toContain(title);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img");
  });
});

test("a line that is too long is refused in its language, an empty one is none", () => {
  expect(parseReceiptSettings({ line: { de: "x".repeat(161) } })).toEqual({ ok: false, errors: { "line.de": "A line may have at most 160 characters" } });
  expect(parseReceiptSettings({ line: { de: "  " }, showCode: false })).toEqual({ ok: true, settings: { line: {}, showCode: false } });
});
