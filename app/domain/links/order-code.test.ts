import { describe, expect, test } from "vitest";
import { parseSignedCode, signedText } from "./order-code";
import { groupedCode, readTypedCode, typedCodeOf } from "./typed-code";

const mac = "0123456789abcdef0123456789abcdef";

describe("signed codes", () => {
  test.each([["e-mail", "e"], ["receipt", "r"]] as const)("of %s are read as the template writes them", (placement, letter) => {
    const orderId = 5_678_901_234_567;
    expect(signedText(placement, orderId)).toBe(`${letter}${String(orderId)}`);
    expect(parseSignedCode(`${letter}${String(orderId)}-2-${mac}`)).toEqual({ placement, orderId, keyVersion: 2, mac });
  });

  test("a receipt's differs from an e-mail's of the same order", () => {
    expect(signedText("receipt", 7)).not.toBe(signedText("e-mail", 7));
  });

  test.each(["", "e1", `e0-1-${mac}`, `x1-1-${mac}`, `e1-0-${mac}`, `e1-1-${mac}0`, `e1-1-${mac.toUpperCase()}`, `e99999999999999999-1-${mac}`, `e9999999999999999-1-${mac}`, ` e1-1-${mac}`, `e1-1-${mac}\n`])(
    "are not %j",
    (text) => {
      expect(parseSignedCode(text)).toBeNull();
    },
  );
});

describe("typed codes", () => {
  const code = typedCodeOf(Uint8Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256));

  test("are 26 letters and digits that cannot be mistaken, in groups", () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(groupedCode(code).split("-").map((group) => group.length)).toEqual([5, 5, 5, 5, 5, 1]);
  });

  test("carry every one of the first 130 bits", () => {
    const bytes = new Uint8Array(32).fill(0xa5);
    const codes = Array.from({ length: 130 }, (_, bit) => typedCodeOf(bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7)))));
    expect(new Set([typedCodeOf(bytes), ...codes]).size).toBe(131);
    expect(() => typedCodeOf(new Uint8Array(16))).toThrow(RangeError);
  });

  test("are understood as people type them", () => {
    expect(readTypedCode(groupedCode(code).toLowerCase())).toBe(code);
    expect(readTypedCode(` ${groupedCode(code).replaceAll("-", " ")} `)).toBe(code);
    expect(readTypedCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
  });

  test.each(["", "ABC", `${"0".repeat(25)}U`, "0".repeat(27), "0".repeat(1_000)])("are not %j", (typed) => {
    expect(readTypedCode(typed)).toBeNull();
  });
});
