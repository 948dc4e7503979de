import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildStep } from "../../setup/build/stamp";
import { runTool } from "../../setup/build/run-tool";
import { extensionBundles } from "../../setup/build/steps";
import { root } from "../../setup/paths";
import { readDiscountFunction } from "../../shopify/functions/discount-function";
import type { DiscountFunction } from "../../shopify/functions/discount-function";
import { WasmFunction } from "../../shopify/functions/wasm-function";

const appUrl = "http://localhost:4101";
export const source = path.join(root, "extensions/offer-discount");

/** The WebAssembly that would be deployed: as Shopify's CLI builds it. */
export async function builtFunction(): Promise<{ wasm: Uint8Array<ArrayBuffer>; discount: DiscountFunction }> {
  const bundles = extensionBundles(appUrl);
  await buildStep(bundles);
  const built = path.join(bundles.folder, "offer-discount");
  const discount = readDiscountFunction(source, built);
  if (!discount) throw new Error("The extension is no discount Function");
  return { wasm: new Uint8Array(readFileSync(path.join(built, "dist/function.wasm"))), discount };
}

/** A part of the Function on its own, from its `assembly/probes`: text in, text out. */
export async function probe(name: "json" | "hmac"): Promise<(input: string) => string> {
  const folder = mkdtempSync(path.join(tmpdir(), "probe-"));
  const outFile = path.join(folder, "probe.wasm");
  try {
    await runTool(`probe-${name}`, path.join(root, "node_modules/assemblyscript/bin/asc.js"), [
      path.join("assembly/probes", `${name}.ts`), "--baseDir", source, "--runtime", "stub", "--use", "abort=assembly/wasi/abort", "-O3", "-o", outFile,
    ]);
    const wasm = new WasmFunction(new Uint8Array(readFileSync(outFile)));
    return (input) => wasm.runText("run", input).output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
