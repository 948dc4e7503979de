import { createHmac } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { DiscountFunction } from "../../shopify/functions/discount-function";
import { inputFor } from "../../shopify/functions/discount-input";
import { WasmFunction } from "../../shopify/functions/wasm-function";
import { propertyRuns } from "../../support/property-runs";
import { builtFunction, probe } from "./bundle";
import { buildCart, tokenOf } from "./carts";

const runs = propertyRuns(400);

describe("the JSON that is read", () => {
  let accepts: (text: string) => boolean;

  beforeAll(async () => {
    const run = await probe("json");
    accepts = (text) => run(text) === "1";
  });

  function isJson(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }

  test.each([
    "", " ", "{}", "[]", "[1,]", "[,1]", "{,}", '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', "01", "-", "-0", "1.", ".1", "1e", "1e+", "1e5", "1E-5.2",
    "tru", "true", "truex", "nul", "null", "falsy", "false", '"', '"\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\ud800"', '"\n"', '"é漢字"', "[[[[]]]]", "{}{}", "[1 2]", "\u00a0[]",
    '{"a":{"b":[{"c":null}]},"d":"\\"\\\\"}', "]", "}", "[}", "{]",
  ])("%j is judged as JSON.parse does", (text) => {
    expect(accepts(text)).toBe(isJson(text));
  });

  test("any JSON is accepted, and what one change leaves of it is judged as JSON.parse does", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 5 }), fc.nat(), fc.constantFrom("", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "e", "\u0001", " "), (text, at, change) => {
      const cut = at % (text.length + 1);
      const changed = text.slice(0, cut) + change + text.slice(cut + 1);
      return accepts(text) && accepts(changed) === isJson(changed);
    }), runs);
  });

  test("nesting beyond sixty-four levels is refused rather than followed", () => {
    expect(accepts("[".repeat(60) + "]".repeat(60))).toBe(true);
    expect(accepts("[".repeat(100_000))).toBe(false);
  });
});

test("HMAC-SHA256 is what Node's is, for texts of every length around a block", async () => {
  const run = await probe("hmac");
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.stringMatching(/^[ -~]{0,200}$/), fc.nat(31), (key, text, at) => {
    const code = createHmac("sha256", key).update(text).digest();
    const keyHex = Buffer.from(key).toString("hex");
    const right = run(`${keyHex} ${code.toString("hex")} ${text}`);
    code[at] = (code[at] ?? 0) ^ 1;
    return right === "1" && run(`${keyHex} ${code.toString("hex")} ${text}`) === "0";
  }), runs);
  for (let length = 50; length <= 130; length++) {
    const text = "x".repeat(length);
    expect(run(`${"00".repeat(32)} ${createHmac("sha256", Buffer.alloc(32)).update(text).digest("hex")} ${text}`)).toBe("1");
  }
});

describe("whatever comes in", () => {
  let wasm: WasmFunction;
  let discount: DiscountFunction;

  beforeAll(async () => {
    const built = await builtFunction();
    wasm = new WasmFunction(built.wasm);
    discount = built.discount;
  });

  test("the Function answers with JSON and does not trap", () => {
    const good = JSON.stringify(inputFor(discount.query, buildCart({ lines: [{ token: tokenOf(), quantity: 2 }, {}] })));
    fc.assert(fc.property(fc.nat(good.length), fc.nat(60), fc.string({ maxLength: 40 }), (at, removed, added) => {
      const changed = good.slice(0, at) + added + good.slice(at + removed);
      const { operations } = JSON.parse(wasm.runText(discount.exportName, changed).output) as { operations: unknown[] };
      return operations.length <= 1;
    }), runs);
    for (const text of ["", "null", "[]", "{}", "{\"cart\":null}", good.slice(0, -1)]) {
      expect(JSON.parse(wasm.runText(discount.exportName, text).output)).toEqual({ operations: [] });
    }
  });
});
