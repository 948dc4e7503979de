import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** One run's output is bounded, as at Shopify. */
const MAX_OUTPUT_BYTES = 20_000;

/** A Shopify Function's WebAssembly: JSON in by standard input, JSON out by standard output, a new instance for each run. */
export class WasmFunction {
  readonly #module: WebAssembly.Module;

  constructor(wasm: Uint8Array<ArrayBuffer>) {
    this.#module = new WebAssembly.Module(wasm);
  }

  /** What a run answers; throws when it traps, writes no JSON, or too much of it. */
  run(exportName: string, input: unknown): unknown {
    return JSON.parse(this.runText(exportName, JSON.stringify(input)).output) as unknown;
  }

  /** As `run`, on text that need not be JSON; gives the instance too, so that its exports can be looked at afterwards. */
  runText(exportName: string, input: string): { output: string; instance: WebAssembly.Instance } {
    const folder = mkdtempSync(path.join(tmpdir(), "function-"));
    const [inputFile, outputFile] = [path.join(folder, "input"), path.join(folder, "output")];
    writeFileSync(inputFile, input);
    const [stdin, stdout] = [openSync(inputFile, "r"), openSync(outputFile, "w")];
    try {
      // Not imported: that alone would print a warning, wherever nothing is run.
      const { WASI } = process.getBuiltinModule("node:wasi");
      const wasi = new WASI({ version: "preview1", stdin, stdout, returnOnExit: true });
      const instance = new WebAssembly.Instance(this.#module, wasi.getImportObject() as WebAssembly.Imports);
      wasi.initialize(instance);
      const run = instance.exports[exportName];
      if (typeof run !== "function") throw new Error(`The Function does not export ${exportName}`);
      // An exported function of WebAssembly; the Functions' own exports take nothing.
      (run as () => void)();
      const output = readFileSync(outputFile);
      if (output.length > MAX_OUTPUT_BYTES) throw new Error(`The Function wrote ${output.length} bytes`);
      return { output: output.toString("utf8"), instance };
    } finally {
      closeSync(stdin);
      closeSync(stdout);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
