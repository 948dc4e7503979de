import jsQR from "jsqr";
import { describe, expect, test } from "vitest";
import { qrCode } from "./qr";

/** As a scanner sees it: the SVG's dark squares, ten pixels each. */
function scan(svg: string): string | null {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const scale = 10;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [x, y] of darkSquares(svg)) {
    for (let row = y * scale; row < (y + 1) * scale; row += 1) {
      for (let column = x * scale; column < (x + 1) * scale; column += 1) pixels.fill(0, (row * size * scale + column) * 4, (row * size * scale + column) * 4 + 3);
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data ?? null;
}

function darkSquares(svg: string): [number, number][] {
  return [...svg.matchAll(/<rect x="(\d+)" y="(\d+)" width="1" height="1"/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe("the QR code of a receipt", () => {
  test.each([
    "https://encore-demo.myshopify.com/apps/encore/l/0123456789ABCDEFGHJKMNPQRS?lang=de",
    `https://${"a".repeat(60)}.myshopify.com/apps/encore/l/ZZZZZZZZZZZZZZZZZZZZZZZZZZ?lang=ja`,
  ])("reads as %s", (address) => {
    expect(scan(qrCode(address))).toBe(address);
  });

  test("is drawn without script, style or anything fetched", () => {
    expect(qrCode("https://encore-demo.myshopify.com/apps/encore/l/X")).not.toMatch(/script|style|href|url\(|<!/i);
  });
});
