import { readFileSync } from "node:fs";
import path from "node:path";
import type { FieldNode } from "graphql";
import { parse, visit } from "graphql";
import { beforeAll, expect, test } from "vitest";
import type { DiscountFunction } from "../../shopify/functions/discount-function";
import { inputFor } from "../../shopify/functions/discount-input";
import type { FunctionCart } from "../../shopify/functions/discount-input";
import { WasmFunction } from "../../shopify/functions/wasm-function";
import { builtFunction, source } from "./bundle";
import { buildCart, tokenOf } from "./carts";
import { COUNTER, metered } from "./meter";

// shopify.dev, "Shopify Functions", limitations; those of the run hold for a cart of 200 lines and grow with more.
const MAX_INSTRUCTIONS = 11_000_000;
const MAX_WASM_BYTES = 256_000;
const MAX_QUERY_BYTES = 3_000;
const MAX_QUERY_COST = 30;

let discount: DiscountFunction;
let wasm: Uint8Array<ArrayBuffer>;
let counting: WasmFunction;

beforeAll(async () => {
  ({ discount, wasm } = await builtFunction());
  counting = new WasmFunction(metered(wasm));
});

function instructionsFor(cart: FunctionCart): { instructions: number; inputBytes: number; outputBytes: number } {
  const input = JSON.stringify(inputFor(discount.query, cart));
  const { output, instance } = counting.runText(discount.exportName, input);
  const counter = instance.exports[COUNTER];
  if (!(counter instanceof WebAssembly.Global)) throw new Error("The module does not count");
  return { instructions: Number(counter.value), inputBytes: input.length, outputBytes: output.length };
}

const uuid = (index: number) => `019aa5c2-7b1e-7c34-9f21-${index.toString(16).padStart(12, "0")}`;
const forged = (index: number) => tokenOf({ claimId: uuid(index) }, Buffer.alloc(32, 8));
const redeemed = Array.from({ length: 1_100 }, (_, index) => uuid(100_000 + index));

test.each([
  ["an ordinary cart of one offer", { lines: [{ token: tokenOf() }, {}, {}] }],
  ["500 lines without an offer", { lines: Array.from({ length: 500 }, () => ({})), redeemed }],
  ["500 lines, each with an offer of its own", { lines: Array.from({ length: 500 }, (_, index) => ({ token: tokenOf({ claimId: uuid(index) }) })), redeemed }],
  ["500 lines of one claim", { lines: Array.from({ length: 500 }, () => ({ token: tokenOf({ quantity: 100 }) })), redeemed }],
  ["500 forged lines under two keys, and fifty in the cart's attribute", {
    lines: Array.from({ length: 500 }, (_, index) => ({ token: forged(index) })),
    cartTokens: Array.from({ length: 50 }, (_, index) => forged(1_000 + index)),
    keys: [Buffer.alloc(32, 9), Buffer.alloc(32, 7)], redeemed,
  }],
])("%s stays within Shopify's instructions", (name, cart) => {
  const { instructions, inputBytes, outputBytes } = instructionsFor(buildCart(cart));
  console.log(`${name}: ${instructions.toLocaleString("en")} instructions, ${inputBytes.toLocaleString("en")} bytes in, ${outputBytes.toLocaleString("en")} out`);
  expect(instructions).toBeGreaterThan(1_000);
  expect(instructions).toBeLessThan(MAX_INSTRUCTIONS);
});

test("the counting copy answers as the Function does", () => {
  const cart = buildCart({ lines: [{ token: tokenOf(), quantity: 5 }, { token: forged(1) }] });
  expect(counting.run(discount.exportName, inputFor(discount.query, cart))).toEqual(new WasmFunction(wasm).run(discount.exportName, inputFor(discount.query, cart)));
});

test("the WebAssembly is small enough and wants nothing but standard input and output", () => {
  expect(wasm.length).toBeLessThan(MAX_WASM_BYTES);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ module, name }) => `${module} ${name}`);
  expect(imports.sort()).toEqual(["wasi_snapshot_preview1 fd_read", "wasi_snapshot_preview1 fd_write"]);
});

test("the input query is as small and as cheap as Shopify asks", () => {
  const query = readFileSync(path.join(source, "input.graphql"), "utf8");
  expect(query.replace(/#.*$/gm, "").length).toBeLessThan(MAX_QUERY_BYTES);
  let cost = 0;
  // A metafield is 3, any other leaf 1, __typename nothing.
  visit(parse(query), {
    Field: (field: FieldNode) => {
      if (field.name.value === "metafield") cost += 3;
      if (!field.selectionSet && field.name.value !== "__typename") cost += 1;
    },
  });
  expect(cost).toBeLessThanOrEqual(MAX_QUERY_COST);
});
