import { readFileSync } from "node:fs";
import path from "node:path";
import type { DocumentNode } from "graphql";
import { coerceInputValue, isInputType } from "graphql";
import { parse as parseToml } from "smol-toml";
import { z } from "zod";
import { discountFunctionSchema, inputFor, parseInputQuery } from "./discount-input";
import type { FunctionCart } from "./discount-input";
import { WasmFunction } from "./wasm-function";

const TARGET = "cart.lines.discounts.generate.run";

const Extension = z.object({
  extensions: z.array(z.object({
    type: z.string(),
    name: z.string(),
    handle: z.string(),
    uid: z.string(),
    build: z.object({ path: z.string() }).optional(),
    targeting: z.array(z.object({ target: z.string(), input_query: z.string(), export: z.string() })).default([]),
  })),
});

const Candidate = z.object({
  targets: z.array(z.object({ cartLine: z.object({ id: z.string(), quantity: z.number().int().positive().nullish() }) })),
  message: z.string().nullish(),
  value: z.object({
    percentage: z.object({ value: z.string() }).nullish(),
    fixedAmount: z.object({ amount: z.string(), appliesToEachItem: z.boolean().nullish() }).nullish(),
  }),
});
const Answer = z.object({
  operations: z.array(z.object({
    productDiscountsAdd: z.object({ selectionStrategy: z.enum(["FIRST", "MAXIMUM", "ALL"]), candidates: z.array(Candidate) }),
  })),
});

export type DiscountCandidate = z.infer<typeof Candidate>;

/** A deployed discount Function: its built WebAssembly with the query for its input. */
export class DiscountFunction {
  constructor(
    readonly handle: string,
    readonly id: string,
    readonly title: string,
    readonly query: DocumentNode,
    readonly exportName: string,
    private readonly wasm: WasmFunction,
  ) {}

  /** The product discounts it answers for a cart, ALL of them; throws when the answer is not what the schema asks for. */
  discountsFor(cart: FunctionCart): DiscountCandidate[] {
    const answer = checkedAnswer(this.wasm.run(this.exportName, inputFor(this.query, cart)));
    return answer.operations.flatMap(({ productDiscountsAdd: { selectionStrategy, candidates } }) => {
      if (selectionStrategy !== "ALL") throw new Error(`local Shopify does not implement the selection strategy ${selectionStrategy} yet`);
      return candidates;
    });
  }
}

/** What a Function answered, held to the schema's type of the target's result. */
export function checkedAnswer(answer: unknown): z.infer<typeof Answer> {
  const type = discountFunctionSchema().getType("CartLinesDiscountsGenerateRunResult");
  if (!isInputType(type)) throw new Error("The schema has no such result");
  return Answer.parse(coerceInputValue(answer, type, (at, _value, error) => {
    throw new Error(`The Function's answer at ${at.join(".")}: ${error.message}`);
  }));
}

/** The Function of an extension's folder, its WebAssembly built below `builtFolder`; null for an extension of another type. */
export function readDiscountFunction(sourceFolder: string, builtFolder: string): DiscountFunction | null {
  const text = readFileSync(path.join(sourceFolder, "shopify.extension.toml"), "utf8");
  const parsed = Extension.safeParse(parseToml(text));
  const extension = parsed.data?.extensions.find(({ type }) => type === "function");
  const target = extension?.targeting.find((candidate) => candidate.target === TARGET);
  if (!extension?.build || !target) return null;
  const query = parseInputQuery(readFileSync(path.join(sourceFolder, target.input_query), "utf8"));
  const wasm = new WasmFunction(new Uint8Array(readFileSync(path.join(builtFolder, extension.build.path))));
  return new DiscountFunction(extension.handle, extension.uid, extension.name, query, target.export, wasm);
}
